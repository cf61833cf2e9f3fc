package io.retrace.access;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * A folder per package. A draft has a name of its own, so that a worker who was taken for dead and comes back cannot write
 * into what its successor is making.
 */
@Component
class PackageFolder implements PackageStore {

    private static final String DRAFT = ".part";

    private final Path root;

    PackageFolder(PackageSettings settings) {
        this.root = settings.folder().toAbsolutePath().normalize();
    }

    @Override
    public Draft begin(PackageId id) throws IOException {
        var folder = Files.createDirectories(folder(id));
        delete(folder, name -> name.endsWith(DRAFT));
        var name = UUID.randomUUID().toString();
        return new FileDraft(folder, name);
    }

    @Override
    public SeekableByteChannel open(PackageId id, String file) throws IOException {
        return Files.newByteChannel(folder(id).resolve(UUID.fromString(file).toString()), StandardOpenOption.READ);
    }

    @Override
    public void keepOnly(PackageId id, String file) throws IOException {
        delete(folder(id), name -> !name.equals(file));
    }

    @Override
    public void discard(PackageId id, String file) throws IOException {
        delete(folder(id), file::equals);
    }

    @Override
    public void destroy(PackageId id) throws IOException {
        delete(folder(id), _ -> true);
        Files.deleteIfExists(folder(id));
    }

    /** Spread by the random end of the id. */
    private Path folder(PackageId id) {
        var name = id.toString();
        return root.resolve(name.substring(34)).resolve(name);
    }

    private static void delete(Path folder, Predicate<String> which) throws IOException {
        try (var files = Files.newDirectoryStream(
                folder, file -> which.test(file.getFileName().toString()))) {
            for (var file : files) Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            // then there is nothing to delete
        }
    }

    private static final class FileDraft implements Draft {

        private final Path draft;
        private final Path kept;
        private final FileChannel channel;
        private final OutputStream out;

        FileDraft(Path folder, String name) throws IOException {
            this.draft = folder.resolve(name + DRAFT);
            this.kept = folder.resolve(name);
            this.channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 17);
        }

        @Override
        public OutputStream out() {
            return out;
        }

        @Override
        public String keep() throws IOException {
            out.flush();
            channel.force(true); // the row that names it must not outlive it
            channel.close();
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
            return kept.getFileName().toString();
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(draft);
        }
    }
}
