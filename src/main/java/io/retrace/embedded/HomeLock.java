package io.retrace.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One running Retrace per home folder. The operating system releases it when the process dies, however it dies. */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock acquire(Path home) {
        try {
            Files.createDirectories(home);
            var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) return new HomeLock(channel);
            channel.close();
        } catch (OverlappingFileLockException e) {
            throw taken(home);
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "The folder %s cannot be written.".formatted(home),
                    "Make it writable, or set retrace.embedded.home to a folder that is.",
                    e);
        }
        throw taken(home);
    }

    private static EmbeddedFailure taken(Path home) {
        return new EmbeddedFailure(
                "Retrace is already running in %s.".formatted(home),
                "Stop it with ./retrace stop, or set retrace.embedded.home to another folder.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
