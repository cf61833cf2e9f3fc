package io.retrace.embedded.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/**
 * What each demo company holds of the items it is asked about, and how it answers when a copy is asked for: files it
 * draws or works out from the items’ hashes, so that the same question always gets the same copy.
 */
final class CompanyCopy {

    private static final int MOST_PICTURES = 500;

    private CompanyCopy() {}

    /** A file to upload, under an id that only depends on the obligation. */
    record CopyFile(UUID id, String name, byte[] content) {}

    static List<CopyFile> files(DemoCompany company, String obligation, List<JsonNode> items) {
        return switch (company) {
            case LUMEN_VISION -> List.of(file(obligation, "lumen-vision-copy.zip", lumen(items)));
            case CLEARWATER_SAFETY -> List.of(file(obligation, "moderation-records.json", moderation(items)));
            case PALISADE_ID -> List.of(file(obligation, "identity-checks.json", checks(items)));
            case NORTHLIGHT_RESEARCH -> List.of();
        };
    }

    /** @param uploaded id and SHA-256 of each file, as the portal confirmed them */
    static Map<String, Object> answer(DemoCompany company, String obligation, List<Map<String, String>> uploaded) {
        var form = new LinkedHashMap<String, Object>();
        form.put("answer_id", "copy-" + obligation);
        form.put("files", uploaded);
        switch (company) {
            case LUMEN_VISION -> declared(form, "provided", "Dana Ortiz", "Data Protection Lead");
            case CLEARWATER_SAFETY -> declared(form, "provided", "Ines Ferreira", "Privacy Counsel");
            case NORTHLIGHT_RESEARCH -> declared(form, "had_nothing", "Tomasz Reed", "Registrar");
            case PALISADE_ID -> {
                declared(form, "withheld", "Pia Lindqvist", "Compliance Officer");
                form.put(
                        "withheld",
                        Map.of(
                                "law",
                                "Directive (EU) 2015/849 Art. 39(1)",
                                "reason",
                                "Our notes on suspected fraud. Anti-money-laundering law forbids us to say whether there"
                                        + " are any."));
            }
        }
        return form;
    }

    private static void declared(Map<String, Object> form, String said, String name, String title) {
        form.put("said", said);
        form.put("declarant", Map.of("name", name, "title", title, "perjury", false));
    }

    /** Pictures, what the model made of each face, and a note that explains both. */
    private static byte[] lumen(List<JsonNode> items) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            var embeddings = new ArrayList<Map<String, Object>>();
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                var picture = "photos/" + item.path("ref").asString() + ".jpg";
                if (i < MOST_PICTURES) entry(zip, picture, DemoPhoto.jpeg(seed(item)));
                embeddings.add(described(item, Map.of("model", "lumen-face-2", "embedding", embedding(item))));
            }
            entry(zip, "embeddings.json", json(embeddings));
            entry(zip, "read-me.txt", """
                    Lumen Vision: what we hold

                    photos/           the pictures as they lie in our data set
                    embeddings.json   128 numbers for each picture: what our model lumen-face-2 made of the face

                    The ref is the reference under which the app asked us.
                    """.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] moderation(List<JsonNode> items) {
        return json(items.stream()
                .map(item -> {
                    var random = new SplittableRandom(seed(item));
                    return described(
                            item,
                            Map.of(
                                    "nudity_score", random.nextInt(60) / 1000.0,
                                    "violence_score", random.nextInt(40) / 1000.0,
                                    "decision", "allowed"));
                })
                .toList());
    }

    private static byte[] checks(List<JsonNode> items) {
        return json(items.stream()
                .map(item ->
                        described(item, Map.of("check", "same person as the identity document", "result", "passed")))
                .toList());
    }

    private static Map<String, Object> described(JsonNode item, Map<String, Object> held) {
        var record = new LinkedHashMap<String, Object>();
        record.put("ref", item.path("ref").asString());
        record.put("sha256_of_photo", item.path("sha256").asString());
        record.put("received_at", item.path("disclosed_at").asString());
        record.putAll(held);
        return record;
    }

    private static List<Double> embedding(JsonNode item) {
        var random = new SplittableRandom(seed(item));
        var numbers = new ArrayList<Double>();
        for (int i = 0; i < 128; i++) numbers.add(Math.round((random.nextDouble() * 2 - 1) * 1e6) / 1e6);
        return numbers;
    }

    private static long seed(JsonNode item) {
        return HexFormat.fromHexDigitsToLong(item.path("sha256").asString(), 0, 16);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] json(Object records) {
        return ApiClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(records);
    }

    private static CopyFile file(String obligation, String name, byte[] content) {
        return new CopyFile(
                UUID.nameUUIDFromBytes((obligation + "/" + name).getBytes(StandardCharsets.UTF_8)), name, content);
    }
}
