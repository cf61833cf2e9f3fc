package io.retrace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever a feed holds, its good lines get through, every line is counted, and nothing is thrown. */
class FeedProperties {

    private static final List<String> FIELDS =
            List.of("event_id", "photo", "partner", "purpose", "legal_basis", "disclosed_at", "passed_on_by");

    @Property(tries = 300)
    void random_bytes_between_good_lines_lose_none_of_them(
            @ForAll @Size(max = 8) List<byte[]> noise, @ForAll @IntRange(min = 1, max = 70_000) int step) {
        var body = new ByteArrayOutputStream();
        int good = 0;
        for (var bytes : noise) {
            body.writeBytes(bytes);
            body.write('\n');
            body.writeBytes(good(good++));
            body.write('\n');
        }
        var read = read(body.toByteArray(), step);
        assertThat(read.events).hasSizeGreaterThanOrEqualTo(good);
        assertThat(read.accounted).isEqualTo(read.received);
    }

    @Property(tries = 500)
    void a_mutated_line_never_harms_its_neighbours(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int hits,
            @ForAll @IntRange(min = 1, max = 900) int step) {
        var random = new Random(seed);
        var mutant = good(1);
        for (int i = 0; i < hits; i++) {
            int at = random.nextInt(mutant.length);
            byte with = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) "{}[]\":,\\ntu0 ".charAt(random.nextInt(13));
            mutant[at] = with == '\n' ? (byte) ' ' : with;
        }
        var body = new ByteArrayOutputStream();
        for (var line : List.of(good(0), mutant, good(2))) {
            body.writeBytes(line);
            body.write('\n');
        }
        var read = read(body.toByteArray(), step);
        assertThat(read.received).isEqualTo(3);
        assertThat(read.accounted).isEqualTo(3);
        assertThat(read.events).contains(event(0), event(2));
    }

    @Property(tries = 500)
    void the_quick_reader_reads_what_the_exact_one_reads(@ForAll("lines") String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        var quick = new LineFields(FIELDS);
        if (!PlainLine.read(bytes, 0, bytes.length, quick)) return;
        var exact = new LineFields(FIELDS);
        assertThat(new JsonLine(exact).read(bytes, 0, bytes.length, 1)).isNull();
        assertThat(texts(quick)).isEqualTo(texts(exact));
    }

    @Property
    void times_are_read_as_the_library_reads_them(
            @ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        var instant = Instant.ofEpochSecond(second, nano);
        for (var text : List.of(
                instant.toString(),
                OffsetDateTime.ofInstant(instant, ZoneOffset.ofHoursMinutes(5, 30))
                        .toString())) {
            var bytes = text.getBytes(StandardCharsets.US_ASCII);
            assertThat(Values.micros(bytes, 0, bytes.length)).as(text).isEqualTo(Micros.of(instant));
        }
        assertThat(Micros.instant(Micros.of(instant))).isEqualTo(instant.minusNanos(nano % 1_000));
    }

    @Provide
    Arbitrary<String> lines() {
        var name = Arbitraries.of("event_id", "photo", "partner", "other", "pho\\u0074o");
        var value = Arbitraries.of("\"a\"", "\"\"", "\"a b\"", "\"\\n\"", "\"é\"", "null", "1", "{}", "\"a");
        var space = Arbitraries.of("", " ", "\t", "  ");
        var field = Combinators.combine(space, name, space, value)
                .as((before, key, after, text) -> before + "\"" + key + "\"" + after + ":" + before + text + after);
        return field.list().ofMaxSize(4).map(all -> "{" + String.join(",", all) + "}");
    }

    /** What came out of a body. */
    private record Read(long received, long accounted, List<UUID> events) {}

    private static Read read(byte[] body, int step) {
        var kind = RegistryInMemory.disclosureFeed();
        var reader = new FeedReader<>(new FeedBody(new Stepping(body, step), false, 1 << 30), kind);
        long received = 0;
        long accounted = 0;
        var events = new ArrayList<UUID>();
        boolean more = true;
        while (more) {
            var batch = kind.newBatch(4);
            more = reader.fill(batch);
            var tally = batch.tally();
            received += tally.received();
            accounted += tally.accepted() + tally.duplicates() + tally.refused();
            for (int row = 0; row < batch.size(); row++) events.add(batch.event(row));
        }
        assertThat(reader.stopped()).isNull();
        return new Read(received, accounted, events);
    }

    private static byte[] good(int number) {
        var line = FeedLines.with(
                FeedLines.disclosure("photo-" + number, "lumen-vision"),
                "event_id",
                event(number).toString());
        return FeedLines.json(line).getBytes(StandardCharsets.US_ASCII);
    }

    private static UUID event(int number) {
        return new UUID(0x0190_0000_0000_7000L, number);
    }

    private static TreeMap<String, String> texts(LineFields fields) {
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < FIELDS.size(); i++) if (fields.has(i)) texts.put(FIELDS.get(i), fields.text(i));
        return texts;
    }

    /** A connection that brings so many bytes at a time. */
    private static final class Stepping extends FilterInputStream {

        private final int step;

        Stepping(byte[] body, int step) {
            super((InputStream) new ByteArrayInputStream(body));
            this.step = step;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, step));
        }
    }
}
