package io.retrace.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A package, unpacked: its entries in order. */
record Unzipped(Map<String, byte[]> entries) {

    static Unzipped of(byte[] zip) {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entries.put(entry.getName(), in.readAllBytes()) != null)
                    throw new IllegalStateException(entry.getName() + " is there twice");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Unzipped(entries);
    }

    byte[] bytes(String name) {
        var bytes = entries.get(name);
        if (bytes == null) throw new IllegalStateException("no " + name + " in " + entries.keySet());
        return bytes;
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    JsonNode json(String name) {
        return JsonMapper.shared().readTree(bytes(name));
    }

    /** Rows of a table whose cells hold neither commas nor line ends. */
    List<List<String>> rows(String name) {
        return text(name)
                .substring(1)
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    /** Writes everything to a folder, as unpacking does. */
    void to(Path folder) throws IOException {
        for (var entry : entries.entrySet()) {
            var file = folder.resolve(entry.getKey()).normalize();
            if (!file.startsWith(folder)) throw new IOException("leads out of the folder: " + entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }
}
