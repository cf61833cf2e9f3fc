package io.retrace.access;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Files in a folder, spread over 256 subfolders by the random end of their key. */
@Component
class FileFolder implements FileStore {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path root;

    FileFolder(AccessSettings settings) {
        this.root = settings.files().toAbsolutePath().normalize();
    }

    @Override
    public OutputStream create(String key) throws IOException {
        var path = path(key);
        Files.createDirectories(path.getParent());
        return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public SeekableByteChannel open(String key) throws IOException {
        return Files.newByteChannel(path(key), StandardOpenOption.READ);
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public List<String> olderThan(Instant moment) throws IOException {
        if (!Files.isDirectory(root)) return List.of();
        var old = new ArrayList<String>();
        Files.walkFileTree(root, Set.of(), 2, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var name = file.getFileName().toString();
                if (attributes.isRegularFile()
                        && attributes.lastModifiedTime().toInstant().isBefore(moment)
                        && KEY.matcher(name).matches()) old.add(name);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (fault instanceof NoSuchFileException) return FileVisitResult.CONTINUE; // deleted just now
                throw fault;
            }
        });
        return old;
    }

    private Path path(String key) {
        if (!KEY.matcher(key).matches()) throw new IllegalArgumentException("not a key of ours");
        return root.resolve(key.substring(34)).resolve(key);
    }
}
