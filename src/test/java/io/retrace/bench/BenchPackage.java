package io.retrace.bench;

import io.retrace.access.PackageDoor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * P7: a package of 10,000 photos and 100,000 disclosures, from the order to the sealed file: read at one moment, written as
 * pages, tables and JSON, zipped, digested, encrypted, flushed to the disk. The floor is {@code COPY … TO} of the same rows
 * and {@code zip -0} of the same bytes: the very files that are in the package. Heap is what is live while it is made, over
 * what is live when nothing happens.
 */
final class BenchPackage {

    private static final int ROUNDS = 5;
    private static final double TARGET = 0.5;
    private static final long MOST_HEAP = 64L << 20;

    private BenchPackage() {}

    static void main(String[] arguments) {
        Report.exitAfter(() -> measure(arguments));
    }

    private static void measure(String[] arguments) throws Exception {
        int photos = arguments.length > 1 && arguments[0].equals("--size") ? Integer.parseInt(arguments[1]) : 10_000;
        var work = Files.createTempDirectory("bench-package");
        System.setProperty(
                "retrace.ledger.thumbnails", work.resolve("thumbnails").toString());
        System.setProperty("retrace.packages.folder", work.resolve("packages").toString());
        System.setProperty("retrace.access.files", work.resolve("company-files").toString());
        try (var portal = new BenchPortal(PackageDoor.Parts.class)) {
            var data = new PackageData(portal.jdbc(), work.resolve("thumbnails"), photos, photos * 10, 24_000);
            var person = data.fill();
            var door = portal.bean(PackageDoor.Parts.class).door(person);
            run(portal, door, new Floor(portal, person, work), data, work);
        } finally {
            delete(work);
        }
    }

    private static void run(BenchPortal portal, PackageDoor door, Floor floor, PackageData data, Path work)
            throws Exception {
        var first = door.order();
        door.make(first);
        long bytes = floor.unpack(door, first);
        var ours = new Figures("package");
        var floors = new Figures("COPY TO + zip -0");
        for (int round = 0; round <= ROUNDS; round++) {
            var id = door.order();
            double made = seconds(() -> door.make(id));
            double copied = seconds(floor::run);
            door.forget(id);
            if (round == 0) continue; // the compiler’s round
            ours.add(made);
            floors.add(copied);
        }
        long heap = LiveHeap.during(() -> door.make(door.order()));
        report(portal, data, ours, floors, bytes, heap);
    }

    /** What anybody would need who only wanted the rows and the files in one place. */
    private record Floor(BenchPortal portal, UUID person, Path work) {

        /** Returns how long the ZIP of the package is. */
        long unpack(PackageDoor door, UUID id) throws Exception {
            var zip = work.resolve("package.zip");
            long length = door.open(id, zip);
            command(
                    work,
                    "unzip",
                    "-q",
                    zip.toString(),
                    "-d",
                    work.resolve("unpacked").toString());
            Files.delete(zip);
            return length;
        }

        void run() throws Exception {
            for (var table : List.of("photo", "disclosure")) copy(table);
            Files.deleteIfExists(work.resolve("floor.zip"));
            command(
                    work.resolve("unpacked"),
                    "zip",
                    "-q",
                    "-0",
                    "-r",
                    work.resolve("floor.zip").toString(),
                    ".");
        }

        private void copy(String table) throws Exception {
            try (var connection = portal.dataSource().getConnection();
                    var out = new BufferedOutputStream(Files.newOutputStream(work.resolve(table + ".csv")))) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select * from " + table + " where subject_id = '" + person
                                        + "') to stdout (format csv)",
                                out);
            }
        }

        private static void command(Path folder, String... words) throws Exception {
            var process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", words));
        }
    }

    private static double seconds(Report.Task task) throws Exception {
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void report(BenchPortal portal, PackageData data, Figures ours, Figures floor, long bytes, long heap)
            throws Exception {
        double ratio = floor.median() / ours.median();
        System.out.println(ours.row("s"));
        System.out.println(floor.row("s"));
        System.out.printf(
                Locale.ROOT,
                "%.2f × the floor’s time (target 2), live heap over idle %.1f MB (target 64), ZIP %.1f MB%n",
                1 / ratio,
                heap / 1048576.0,
                bytes / 1e6);
        if (floor.spread() > 0.25) System.out.println("the floor varied by more than a quarter: the machine was busy");
        var json = new LinkedHashMap<String, Object>();
        json.put("bench", "package");
        json.put(
                "size",
                Map.of(
                        "photos", data.photos(),
                        "disclosures", data.disclosures(),
                        "picture_bytes", data.pictureBytes(),
                        "zip_bytes", bytes));
        json.put("unit", "s");
        json.put("rounds", ROUNDS);
        json.put("ours", ours.json(false));
        json.put("floor", floor.json(true));
        json.put("peers", List.of());
        json.put("ratio_to_floor", Figures.round(ratio));
        json.put("live_heap_bytes_over_idle", heap);
        json.put("target", Map.of("ratio_to_floor", TARGET, "live_heap_bytes_over_idle", MOST_HEAP));
        json.put("met", ratio >= TARGET && heap <= MOST_HEAP);
        json.put("machine", Report.machine(portal.settings(), portal.version()));
        Report.write("package", json);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
