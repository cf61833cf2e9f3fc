package io.retrace.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A dating app’s ledger: five disclosures per photo in random order, forty companies, six purposes; event ids are random
 * UUIDs, which is the worst case for an index.
 */
final class FeedData {

    private static final int COMPANIES = 40;
    private static final String[] PURPOSES = {"p-0", "p-1", "p-2", "p-3", "p-4", "p-5"};
    private static final String[] BASES = {
        "none-recorded", "consent", "contract", "legal-obligation", "legitimate-interest"
    };
    private static final long TO_2000 = 946_684_800L;
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");

    private final int photos;
    private final int bigMemberPhotos;

    /** One disclosure as all contenders store it; partner and purpose numbers are those of the registry. */
    record Row(UUID subject, UUID photo, UUID event, long micros, int partner, int purpose, int basis, int via) {}

    /** Where one photo is. */
    private record Place(UUID subject, UUID photo) {}

    FeedData(int disclosures, int bigMemberPhotos) {
        this.photos = Math.max(1, disclosures / 5);
        this.bigMemberPhotos = bigMemberPhotos;
    }

    static void register(BenchPortal portal) throws Exception {
        for (int i = 0; i < COMPANIES; i++) {
            portal.put("partners/company-" + i, """
                    {"name":"Company %1$d","legal_name":"Company %1$d Ltd","country":"DE","role":"CONTROLLER",
                    "contact":"privacy@company.example","channel":"PAGE","answer_within":"P14D"}""".formatted(i));
        }
        for (int i = 0; i < PURPOSES.length; i++) {
            portal.put("purposes/" + PURPOSES[i], """
                    {"trains_models":%b,"facial":%b,"iri":"https://w3id.org/dpv#Purpose"}""".formatted(i == 0, i == 0));
        }
    }

    Iterable<byte[]> photoLines() {
        var random = new Random(1);
        var blocks = new Blocks();
        for (int i = 0; i < photos; i++) {
            // ten photos a member, and one member with many
            var member = i < bigMemberPhotos ? "m-big" : "m-" + i / 10;
            blocks.add("{\"event_id\":\"" + uuid(random) + "\",\"photo\":\"photo-" + i + "\",\"member\":\"" + member
                    + "\",\"uploaded_at\":\"" + FROM.plusSeconds(i * 60L) + "\",\"sha256\":\"" + "ab".repeat(32)
                    + "\"}\n");
        }
        return blocks.list();
    }

    /** The same disclosures for everyone, in the order of the feed. */
    List<Row> rows(int count, JdbcClient jdbc) {
        var places = places(jdbc);
        var partners = numbers(jdbc, "select slug, no from partner");
        var purposes = numbers(jdbc, "select code, no from purpose");
        var random = new Random(2);
        var rows = new ArrayList<Row>(count);
        for (int i = 0; i < count; i++) {
            var place = places[random.nextInt(photos)];
            long micros = (FROM.getEpochSecond() - TO_2000 + random.nextInt(60_000_000)) * 1_000_000L
                    + random.nextInt(1_000_000);
            int partner = partners.getOrDefault("company-" + random.nextInt(COMPANIES), 0);
            int purpose = purposes.getOrDefault(PURPOSES[random.nextInt(PURPOSES.length)], 0);
            int via = random.nextInt(20) == 0 ? partners.getOrDefault("company-" + random.nextInt(COMPANIES), 0) : 0;
            rows.add(new Row(
                    place.subject,
                    place.photo,
                    uuid(random),
                    micros,
                    partner,
                    purpose,
                    random.nextInt(BASES.length),
                    via));
        }
        return rows;
    }

    /** The rows as the platform writes them. */
    List<byte[]> lines(List<Row> rows, JdbcClient jdbc) {
        var refs = new HashMap<UUID, String>();
        jdbc.sql("select id, platform_ref from photo").query(row -> {
            refs.put(row.getObject(1, UUID.class), row.getString(2));
        });
        var partners = names(jdbc, "select slug, no from partner");
        var purposes = names(jdbc, "select code, no from purpose");
        var blocks = new Blocks();
        for (var row : rows) {
            var at = Instant.ofEpochSecond(TO_2000 + row.micros / 1_000_000, row.micros % 1_000_000 * 1_000);
            blocks.add("{\"event_id\":\"" + row.event + "\",\"photo\":\"" + refs.get(row.photo) + "\",\"partner\":\""
                    + partners.get(row.partner) + "\",\"purpose\":\"" + purposes.get(row.purpose)
                    + "\",\"legal_basis\":\"" + BASES[row.basis] + "\",\"disclosed_at\":\"" + at + "\""
                    + (row.via == 0 ? "" : ",\"passed_on_by\":\"" + partners.get(row.via) + "\"") + "}\n");
        }
        return blocks.list();
    }

    /** The rows as the floor sends them: binary, the fastest that COPY reads, encoded beforehand. */
    static List<byte[]> binary(List<Row> rows) {
        var blocks = new Blocks();
        blocks.add(ByteBuffer.allocate(19)
                .put("PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1))
                .array());
        for (var row : rows) {
            var bytes = ByteBuffer.allocate(2 + 9 * 4 + 48 + 8 + 4 + 6 + (row.via == 0 ? 0 : 2))
                    .putShort((short) 9);
            for (var id : List.of(row.subject, row.photo, row.event)) {
                bytes.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            }
            bytes.putInt(8).putLong(row.micros).putInt(4).putInt(1);
            bytes.putInt(2).putShort((short) row.partner).putInt(2).putShort((short) row.purpose);
            bytes.putInt(2).putShort((short) row.basis);
            if (row.via == 0) bytes.putInt(-1);
            else bytes.putInt(2).putShort((short) row.via);
            blocks.add(bytes.array());
        }
        blocks.add(new byte[] {-1, -1});
        return blocks.list();
    }

    private Place[] places(JdbcClient jdbc) {
        var places = new Place[photos];
        jdbc.sql("select platform_ref, subject_id, id from photo").query(row -> {
            places[Integer.parseInt(row.getString(1).substring(6))] =
                    new Place(row.getObject(2, UUID.class), row.getObject(3, UUID.class));
        });
        return places;
    }

    private static Map<String, Integer> numbers(JdbcClient jdbc, String sql) {
        var numbers = new HashMap<String, Integer>();
        jdbc.sql(sql).query(row -> {
            numbers.put(row.getString(1), row.getInt(2));
        });
        return numbers;
    }

    private static Map<Integer, String> names(JdbcClient jdbc, String sql) {
        var names = new HashMap<Integer, String>();
        numbers(jdbc, sql).forEach((name, number) -> names.put(number, name));
        return names;
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong() & ~0xf000L | 0x4000, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    /** Bytes in blocks of about 64 kB, as a client would send them. */
    private static final class Blocks {

        private final List<byte[]> blocks = new ArrayList<>();
        private final ByteBuffer block = ByteBuffer.allocate(1 << 16);

        void add(String text) {
            add(text.getBytes(StandardCharsets.US_ASCII));
        }

        void add(byte[] bytes) {
            if (block.remaining() < bytes.length) cut();
            block.put(bytes);
        }

        List<byte[]> list() {
            cut();
            return blocks;
        }

        private void cut() {
            var bytes = new byte[block.flip().remaining()];
            block.get(bytes).clear();
            blocks.add(bytes);
        }
    }
}
