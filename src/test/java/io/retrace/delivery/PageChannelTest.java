package io.retrace.delivery;

import io.retrace.delivery.spi.ChannelContract;
import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.partners.Partner;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PageChannelTest extends ChannelContract {

    private final DeliveryWorld world = new DeliveryWorld();
    private final Mailed mailed = new Mailed(world);
    private final Partner company = world.companies.partner(world.companies.byPage());

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected DeliveryChannel channel() {
        return world.bean(PageChannel.class);
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
}
