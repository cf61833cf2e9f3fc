package io.retrace.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code target/bench/<name>.json} in the format of performance.md. */
final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Report() {}

    /** Something to measure. */
    interface Task {
        void run() throws Exception;
    }

    /** Ends the process with the task: servers it started must not keep it alive, least of all after a failure. */
    static void exitAfter(Task task) {
        try {
            task.run();
        } catch (Throwable failure) {
            failure.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    static Map<String, Object> machine(Map<String, String> settings, String postgres) throws IOException {
        var machine = new LinkedHashMap<String, Object>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("memory_gb", kilobytes() >> 20);
        machine.put("cpu", cpu());
        machine.put("jdk", Runtime.version().toString());
        machine.put("postgresql", postgres);
        machine.put("load_average", Files.readString(Path.of("/proc/loadavg")).strip());
        machine.put("settings", settings);
        return machine;
    }

    static void write(String name, Map<String, Object> json) throws IOException {
        var file = Path.of("target", "bench", name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(json));
        System.out.println("written: " + file);
    }

    private static long kilobytes() throws IOException {
        return Long.parseLong(
                Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D", ""));
    }

    private static String cpu() throws IOException {
        return lines("/proc/cpuinfo").stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of(file));
    }
}
