package io.retrace.delivery;

import io.retrace.delivery.spi.ChannelContract;
import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.partners.Partner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class WebhookChannelTest extends ChannelContract {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

    private final DeliveryWorld world = new DeliveryWorld();

    private CompanySink sink;
    private Partner company;
    private boolean takes;

    @BeforeEach
    void open() throws IOException {
        sink = new CompanySink();
        company = world.companies.partner(world.companies.byWebhook(sink.url()));
    }

    @AfterEach
    void close() {
        sink.close();
        world.close();
    }

    @Override
    protected DeliveryChannel channel() {
        return world.bean(WebhookChannel.class);
    }

    @Override
    protected Partner company() {
        return company;
    }

    @Override
    protected void farSide(FarSide behaviour) {
        takes = behaviour == FarSide.TAKES;
        world.companies.moves(company.id(), behaviour == FarSide.AWAY ? NOBODY : sink.url());
        sink.received().clear();
        sink.will(CompanySink.status(takes ? 204 : 500));
    }

    @Override
    protected List<Arrived> arrived() {
        if (!takes) return List.of(); // it heard, and would not have it
        return sink.received().stream()
                .map(message -> new Arrived(message.id(), new String(message.body(), StandardCharsets.UTF_8)))
                .toList();
    }
}
