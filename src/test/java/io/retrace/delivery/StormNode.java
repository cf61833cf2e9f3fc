package io.retrace.delivery;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.retrace.testing.Signals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Workers in a process of their own, which can be killed or put to sleep. When it dies it is started
 * again; it ends with the process that started it. */
final class StormNode implements AutoCloseable {

    /** After four that are missing its work is another’s. */
    static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private static final int WORKERS = 6;

    private final String database;
    private final URI company;
    private volatile Process process;
    private volatile boolean closed;

    private StormNode(String database, URI company) throws IOException {
        this.database = database;
        this.company = company;
        process = begin();
    }

    static StormNode start(String database, URI company) throws IOException {
        return new StormNode(database, company);
    }

    void kill() {
        Signals.kill(process.toHandle());
    }

    void freeze() {
        Signals.freeze(process.toHandle());
    }

    void thaw() {
        Signals.thaw(process.toHandle());
    }

    @Override
    public void close() {
        closed = true;
        Signals.kill(process.toHandle());
    }

    public static void main(String... arguments) throws IOException {
        var pool = new HikariConfig();
        pool.setJdbcUrl(arguments[0]);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setConnectionTimeout(2_000);
        var world = new DeliveryWorld(new HikariDataSource(pool));
        world.clock.run();
        DeliveryStorm.companies(world, URI.create(arguments[1]));
        world.realQueue(WORKERS, HEARTBEAT).start();
        var parent = System.in.read(); // until its end is closed, by whatever means
        Runtime.getRuntime().halt(parent);
    }

    private Process begin() throws IOException {
        var begun = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StormNode.class.getName(),
                        database,
                        company.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "storm.log").toFile()))
                .start();
        begun.onExit().thenRun(this::beginAgain);
        return begun;
    }

    /** As whatever watches over the nodes of an installation would. */
    private void beginAgain() {
        if (closed) return;
        try {
            process = begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
