package io.retrace.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Thumbnails in a folder, spread over 65,536 subfolders by the random end of the photo’s id. */
@Component
class ThumbnailFolder implements ThumbnailStore {

    private final Path root;

    ThumbnailFolder(LedgerSettings settings) {
        this.root = settings.thumbnails().toAbsolutePath().normalize();
    }

    @Override
    public void write(PhotoId photo, byte[] jpeg) {
        var path = path(photo);
        try {
            Files.createDirectories(path.getParent());
            // beside the target, because only a move within one file system is atomic
            var draft = Files.createTempFile(path.getParent(), "draft", ".tmp");
            try {
                Files.write(draft, jpeg);
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a thumbnail could not be kept", e);
        }
    }

    @Override
    public Optional<byte[]> read(PhotoId photo) {
        try {
            return Optional.of(Files.readAllBytes(path(photo)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a thumbnail could not be read", e);
        }
    }

    @Override
    public void delete(PhotoId photo) {
        try {
            Files.deleteIfExists(path(photo));
        } catch (IOException e) {
            throw new UncheckedIOException("a thumbnail could not be deleted", e);
        }
    }

    private Path path(PhotoId photo) {
        var id = photo.toString();
        return root.resolve(id.substring(34)).resolve(id.substring(32, 34)).resolve(id + ".jpg");
    }
}
