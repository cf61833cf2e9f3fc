package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.spi.ChannelContract;
import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.obligations.Errand;
import io.retrace.partners.Partner;
import io.retrace.testing.UseCase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailLinkChannelTest extends ChannelContract {

    private final DeliveryWorld world = new DeliveryWorld();
    private final Mailed mailed = new Mailed(world);
    private final Partner company = world.companies.partner(world.companies.byMailLink("DE"));

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected DeliveryChannel channel() {
        return world.bean(MailLinkChannel.class);
    }

    @Override
    protected Partner company() {
        return company;
    }

    @Override
    protected void farSide(FarSide behaviour) {
        mailed.farSide(behaviour);
    }

    @Override
    protected List<Arrived> arrived() {
        return mailed.arrived();
    }

    @Test
    @UseCase("UC-016/1")
    void the_mail_says_reference_and_day_in_the_company_s_language_and_nothing_of_what_it_is_about() {
        farSide(FarSide.TAKES);
        channel().send(about(Errand.ASK, false));
        assertThat(mailed.subject()).isEqualTo("O-7Q4M-2KX9: Ihre Antwort ist bis 3. Dezember 2026 fällig");
        assertThat(arrived().getFirst().text())
                .contains("O-7Q4M-2KX9", "3. Dezember 2026", "https://retrace.example/answer/")
                .doesNotContainIgnoringCase("foto")
                .doesNotContainIgnoringCase("lösch")
                .doesNotContain(company.name());
    }

    @Test
    @UseCase("UC-016/1")
    void a_company_that_did_not_choose_it_is_never_let_in_by_its_mailbox() {
        assertThat(channel().serves(world.companies.partner(world.companies.byPage())))
                .isFalse();
        assertThat(world.bean(PageChannel.class).serves(company)).isFalse();
    }
}
