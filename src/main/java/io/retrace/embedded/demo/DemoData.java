package io.retrace.embedded.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Main of the seeder: the platform’s part of the demo, all of it through the public API. Repeating it changes nothing. */
public final class DemoData {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final ApiClient platform;

    private DemoData(ApiClient platform) {
        this.platform = platform;
    }

    /** Arguments, all optional: members, photos each, disclosures, members whose photos are drawn. */
    static void main(String[] args) {
        var settings = DemoSettings.read(System.getenv());
        var platform = new ApiClient(settings, "platform", settings.platformSecret());
        var registry = new DemoRegistry();
        registry.register(platform, settings, new WebhookKeys(settings.directory()));
        var world = new DemoWorld(registry, number(args, 0, 2_000), number(args, 1, 12), number(args, 2, 80_000));
        new DemoData(platform).load(world, number(args, 3, 40));
    }

    private void load(DemoWorld world, int drawn) {
        var photos = world.photos();
        var disclosures = world.disclosures(photos);
        report("photos", platform.feed("/api/v1/photos", gzip(photos.stream().map(photo -> line(photo, drawn)))));
        report(
                "disclosures",
                platform.feed(
                        "/api/v1/disclosures",
                        gzip(IntStream.range(0, disclosures.size())
                                .mapToObj(n -> DemoWorld.line(disclosures.get(n), n)))));
        draw(photos, drawn);
    }

    private void draw(List<DemoWorld.Photo> photos, int members) {
        photos.parallelStream()
                .filter(photo -> drawn(photo, members))
                .forEach(photo ->
                        platform.putImage("/api/v1/photos/" + photo.ref() + "/preview", DemoPhoto.jpeg(photo.seed())));
        LOG.info("drew the photos of {} members", members);
    }

    /** A photo that nobody can open has the digest of its seed; one that is drawn has the digest of its file. */
    private static String line(DemoWorld.Photo photo, int drawn) {
        var file = drawn(photo, drawn)
                ? DemoPhoto.jpeg(photo.seed())
                : Long.toString(photo.seed()).getBytes(StandardCharsets.UTF_8);
        return DemoWorld.photoLine(photo, sha256(file));
    }

    private static boolean drawn(DemoWorld.Photo photo, int members) {
        return photo.member().compareTo("m-%06d".formatted(members)) <= 0;
    }

    private static void report(String what, JsonNode report) {
        LOG.info(
                "{}: {} accepted, {} known already, {} refused",
                what,
                report.path("accepted").asLong(),
                report.path("duplicates").asLong(),
                report.path("refused").asLong());
        if (report.path("refused").asLong() > 0) throw new IllegalStateException(report.toString());
    }

    private static BodyPublisher gzip(Stream<String> lines) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes, 1 << 16)) {
            for (var line : (Iterable<String>) lines::iterator) gzip.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return BodyPublishers.ofByteArray(bytes.toByteArray());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }
}
