package io.retrace.delivery;

import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.partners.Partner;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The ways there are to write to companies, and which comes after which: the company’s own, then the others that serve it. */
@Component
class Channels {

    private final Map<Partner.Channel, DeliveryChannel> channels = new EnumMap<>(Partner.Channel.class);

    Channels(List<DeliveryChannel> channels) {
        for (var channel : channels) {
            if (this.channels.put(channel.kind(), channel) != null) {
                throw new IllegalStateException("two channels call themselves " + channel.kind());
            }
        }
    }

    DeliveryChannel of(Partner.Channel kind) {
        var channel = channels.get(kind);
        if (channel == null) throw new IllegalStateException("no channel " + kind);
        return channel;
    }

    /** What to try once these did not work; empty if nothing is left. */
    Optional<Partner.Channel> after(Collection<Partner.Channel> tried, Partner company) {
        return Arrays.stream(Partner.Channel.values())
                .filter(kind -> channels.containsKey(kind) && !tried.contains(kind))
                .filter(kind -> of(kind).serves(company))
                .findFirst();
    }
}
