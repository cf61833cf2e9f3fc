package io.retrace.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts by visitor and minute of the database’s time, all nodes together, in one statement that also sweeps. Of a visitor a MAC
 * is kept, for two minutes.
 */
public final class VisitCounter {

    private static final int KEPT = 16;
    private static final int NETWORK_OF_IPV6 = 8; // one connection has a /64 to choose from (RFC 6177)

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final String purpose;
    private final String statement;

    /**
     * @param table a name in our own source, with columns {@code minute}, {@code kind}, {@code who}, {@code visits}
     * @param purpose of the MAC, so that no two tables know a visitor by the same one
     */
    public VisitCounter(JdbcClient jdbc, SecretBox box, String table, String purpose) {
        this.jdbc = jdbc;
        this.box = box;
        this.purpose = purpose;
        this.statement = """
                with swept as (delete from %1$s where (minute, kind, who) in (
                    select minute, kind, who from %1$s where minute < now() - interval '2 minutes'
                     limit 50 for update skip locked))
                insert into %1$s values (date_trunc('minute', now()), :kind, :who, 1)
                    on conflict (minute, kind, who) do update set visits = least(%1$s.visits, 1000000) + 1
                returning visits, ceil(extract(epoch from minute + interval '1 minute' - now()))::int as rest""".formatted(table);
    }

    /** How long to stay away, if this was one more than {@code most} of this kind within the minute. */
    public Optional<Duration> count(Enum<?> kind, byte[] who, int most) {
        return jdbc.sql(statement)
                .param("kind", kind.name())
                .param("who", Arrays.copyOf(box.mac(purpose, who), KEPT))
                .query((row, number) ->
                        row.getInt("visits") > most ? Duration.ofSeconds(row.getInt("rest")) : Duration.ZERO)
                .optional()
                .filter(Duration::isPositive);
    }

    /** What a visitor at this address cannot change from visit to visit. */
    public static byte[] network(String address) {
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
