package io.retrace.delivery;

import io.retrace.delivery.spi.ChannelContract;
import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.obligations.Errand;
import io.retrace.partners.OpenDsrTarget;
import io.retrace.partners.Partner;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class OpenDsrContractTest extends ChannelContract {

    private final DeliveryWorld world = new DeliveryWorld();

    private OpenDsrProcessor processor;
    private Partner company;
    private boolean takes;
    private int before;

    @BeforeEach
    void open() throws IOException {
        processor = new OpenDsrProcessor();
        company = world.companies.partner(world.companies.byOpenDsr(processor.target()));
    }

    @AfterEach
    void close() {
        processor.close();
        world.close();
    }

    @Override
    protected DeliveryChannel channel() {
        return world.bean(OpenDsrChannel.class);
    }

    @Override
    protected Partner company() {
        return company;
    }

    /** The question was submitted before: what the protocol cannot say of one that was not, it leaves to other channels. */
    @Override
    protected void farSide(FarSide behaviour) {
        takes = behaviour == FarSide.TAKES;
        world.companies.moves(company.id(), processor.target());
        if (takes && processor.requests.isEmpty()) {
            processor.refuse(0);
            channel().send(about(Errand.ASK, false));
        }
        processor.refuse(takes ? 0 : 500);
        if (behaviour == FarSide.AWAY) world.companies.moves(company.id(), moved());
        before = processor.calls.size();
    }

    @Override
    protected List<Arrived> arrived() {
        if (!takes) return List.of(); // it heard, and would not have it
        return processor.calls.stream()
                .skip(before)
                .map(call -> new Arrived(
                        call.headers().getOrDefault("retrace-message", ""),
                        call.method() + " " + call.path() + " " + call.headers().get("retrace-errand") + " "
                                + call.headers().get("retrace-reference") + " " + call.body()))
                .toList();
    }

    private OpenDsrTarget moved() {
        var target = processor.target();
        return new OpenDsrTarget(URI.create("http://127.0.0.1:1/v2"), target.certificate(), null, null);
    }
}
