package io.retrace.evidence;

import io.retrace.shared.SecretBox;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Counts by address and minute of the database’s time, all nodes together, in one statement that also sweeps. */
@Service
class CountedVisits implements OpenVisits {

    private static final int KEPT = 16;
    private static final int NETWORK_OF_IPV6 = 8; // one connection has a /64 to choose from (RFC 6177)

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final int reads;
    private final int checks;

    CountedVisits(
            JdbcClient jdbc,
            SecretBox box,
            @Value("${retrace.open.reads-per-minute:120}") int reads,
            @Value("${retrace.open.checks-per-minute:20}") int checks) {
        this.jdbc = jdbc;
        this.box = box;
        this.reads = reads;
        this.checks = checks;
    }

    @Override
    @PreAuthorize("permitAll()")
    public Optional<Duration> count(Kind kind, String address) {
        return jdbc.sql("""
                        with swept as (delete from open_visit where (minute, kind, who) in (
                            select minute, kind, who from open_visit where minute < now() - interval '2 minutes'
                             limit 50 for update skip locked))
                        insert into open_visit values (date_trunc('minute', now()), :kind, :who, 1)
                            on conflict (minute, kind, who) do update set visits = least(open_visit.visits, 1000000) + 1
                        returning visits, ceil(extract(epoch from minute + interval '1 minute' - now()))::int as rest""")
                .param("kind", kind.name())
                .param("who", Arrays.copyOf(box.mac("open-visit", network(address)), KEPT))
                .query((row, number) ->
                        row.getInt("visits") > most(kind) ? Duration.ofSeconds(row.getInt("rest")) : Duration.ZERO)
                .optional()
                .filter(Duration::isPositive);
    }

    private int most(Kind kind) {
        return switch (kind) {
            case READ -> reads;
            case CHECK -> checks;
        };
    }

    /** What one visitor cannot change from visit to visit. */
    private static byte[] network(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? Arrays.copyOf(parsed.getAddress(), NETWORK_OF_IPV6)
                    : parsed.getAddress();
        } catch (IllegalArgumentException e) {
            return address.getBytes(StandardCharsets.UTF_8); // a socket without addresses, as in tests
        }
    }
}
