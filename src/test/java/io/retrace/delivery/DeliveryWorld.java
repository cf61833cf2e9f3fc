package io.retrace.delivery;

import io.retrace.obligations.Errand;
import io.retrace.obligations.ObligationDue;
import io.retrace.obligations.ObligationId;
import io.retrace.testing.ModuleWorld;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The module with companies and questions that a test makes up. */
final class DeliveryWorld extends ModuleWorld {

    final Companies companies = bean(Companies.class);
    final Questions questions = bean(Questions.class);
    final DeliveryLog log = bean(DeliveryLog.class);
    final Deliveries deliveries = bean(Deliveries.class);

    DeliveryWorld() {
        super(Beans.class);
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

    @ComponentScan("io.retrace.delivery")
    static class Beans {

        @Bean
        Companies companies() {
            return new Companies();
        }

        @Bean
        Questions questions(JdbcClient jdbc) {
            return new Questions(jdbc);
        }
    }
}
