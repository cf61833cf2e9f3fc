package io.retrace.delivery;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.retrace.identity.Actor;
import io.retrace.identity.CurrentUser;
import io.retrace.obligations.Errand;
import io.retrace.obligations.ObligationDue;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.Sleepers;
import io.retrace.partners.OpenDsrEndpoints;
import io.retrace.shared.DomainEvent;
import io.retrace.shared.SecretBox;
import io.retrace.testing.ModuleWorld;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module with companies and questions that a test makes up. */
final class DeliveryWorld extends ModuleWorld {

    final Companies companies = bean(Companies.class);
    final ForeignBook book = bean(ForeignBook.class);
    final Questions questions = bean(Questions.class);
    final DeliveryLog log = bean(DeliveryLog.class);
    final Deliveries deliveries = bean(Deliveries.class);
    final DeadLetters letters = bean(DeadLetters.class);
    final Replays replays = bean(Replays.class);
    final EndpointStates endpoints = bean(EndpointStates.class);
    final TestEvents tests = bean(TestEvents.class);
    final Watchdog watchdog = bean(Watchdog.class);

    DeliveryWorld() {
        this(Beans.class);
    }

    /** With beans of a test’s own. */
    DeliveryWorld(Class<? extends Beans> beans) {
        super(beans);
    }

    /** On a database that other processes use as well. */
    DeliveryWorld(DataSource database) {
        super(Beans.class, database);
    }

    /** In a transaction, as obligations does it. */
    void due(ObligationId obligation, int round) {
        publish(event(obligation, round));
    }

    ObligationDue event(ObligationId obligation, int round) {
        var company = questions.question(obligation).company();
        return new ObligationDue(obligation, company, round == 0 ? Errand.ASK : Errand.REMIND, round, clock.instant());
    }

    /** A company that is asked is told that it need not answer. */
    void cancelled(ObligationId obligation, int round) {
        var company = questions.question(obligation).company();
        publish(new ObligationDue(obligation, company, Errand.CANCELLED, round, clock.instant()));
    }

    /** The changes of state that would have left a leaf since it was asked last. */
    List<DomainEvent> changes() {
        return bean(Changes.class).take();
    }

    /** Hears what the evidence log would. */
    static final class Changes {

        private final List<DomainEvent> heard = new ArrayList<>();

        @EventListener
        void on(DomainEvent change) {
            heard.add(change);
        }

        List<DomainEvent> take() {
            var taken = List.copyOf(heard);
            heard.clear();
            return taken;
        }
    }

    @ComponentScan("io.retrace.delivery")
    static class Beans {

        @Bean
        Changes changes() {
            return new Changes();
        }

        @Bean
        CurrentUser staff() {
            var staff = mock(CurrentUser.class);
            when(staff.actor()).thenReturn(new Actor(Actor.Kind.SUPPORT, "6f1c0a4e-0000-4000-8000-000000000001"));
            when(staff.company()).thenReturn("company-1"); // the first that a test adds
            return staff;
        }

        @Bean
        Companies companies() {
            return new Companies();
        }

        @Bean
        Sleepers sleepers() {
            return dueBefore -> List.of(); // the other half is tested where obligations are
        }

        @Bean
        OpenDsrEndpoints openDsrEndpoints(Companies companies) {
            return companies.openDsr();
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        ForeignBook foreignBook() {
            return new ForeignBook();
        }

        @Bean
        SecretBox box() {
            return new SecretBox(Base64.getEncoder().encodeToString(new byte[32]));
        }

        @Bean
        Questions questions(JdbcClient jdbc) {
            return new Questions(jdbc);
        }
    }
}
