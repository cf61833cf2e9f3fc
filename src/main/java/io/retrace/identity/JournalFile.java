package io.retrace.identity;

import io.retrace.shared.SecretBox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file of the journal: a head, then lines that only grow, each on disk before {@link #append} returns. */
final class JournalFile {

    private static final String HEAD = "retrace-erasure-journal/1";
    private static final byte[] NOTHING_BEFORE = new byte[0];

    private final Path path;
    private final SecretBox box;

    JournalFile(Path path, SecretBox box) {
        this.path = path;
        this.box = box;
    }

    /**
     * Where the file ends.
     *
     * @param no of its last line; 0 if there is only a head
     * @param mac that line’s code, or the head’s
     * @param bytes length up to the end of that line; what follows was cut off while it was written
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record End(long no, byte[] mac, long bytes) {}

    boolean exists() {
        return Files.exists(path);
    }

    /** A new journal, and the folder it lies in. */
    End create() {
        var text = HEAD + " " + UUID.randomUUID();
        var mac = JournalLine.code(NOTHING_BEFORE, text, box);
        var line = (text + " " + HexFormat.of().formatHex(mac) + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            var folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(path, ownerOnly);
            write(line, 0);
            try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true); // the file’s name, too, must survive
            }
            return new End(0, mac, line.length);
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure journal " + path + " cannot be created", e);
        }
    }

    /** Puts a journal that does not fit any more aside. */
    void putAside(Instant now) {
        try {
            if (exists())
                Files.move(path, path.resolveSibling(path.getFileName() + "." + now.toEpochMilli() + ".unused"));
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure journal " + path + " cannot be renamed", e);
        }
    }

    /** Checks every line and hands it on; throws {@link JournalRefused} at the first that is not what was written. */
    End read(Consumer<JournalLine> reader) {
        try (var lines = new Text(path)) {
            var head = lines.next();
            if (head == null) throw JournalRefused.altered(path, 0);
            var mac = head(head);
            long no = 0;
            for (var text = lines.next(); text != null; text = lines.next()) {
                var line = line(mac, text, no + 1);
                mac = line.mac();
                no = line.no();
                reader.accept(line);
            }
            return new End(no, mac, lines.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure journal " + path + " cannot be read", e);
        }
    }

    /** Writes the line after that end and waits for the disk. */
    End append(End end, JournalLine line) {
        var bytes = (line.text() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            write(bytes, end.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure journal " + path + " cannot be written", e);
        }
        return new End(line.no(), line.mac(), end.bytes() + bytes.length);
    }

    long length() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure journal " + path + " cannot be read", e);
        }
    }

    private void write(byte[] bytes, long at) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(at);
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) channel.write(rest, at + rest.position());
            channel.force(true);
        }
    }

    private byte[] head(String head) {
        int last = head.lastIndexOf(' ');
        if (!head.startsWith(HEAD + " ") || last < 0) throw JournalRefused.altered(path, 0);
        var mac = JournalLine.code(NOTHING_BEFORE, head.substring(0, last), box);
        if (!HexFormat.of().formatHex(mac).equals(head.substring(last + 1))) throw JournalRefused.altered(path, 0);
        return mac;
    }

    private JournalLine line(byte[] before, String text, long no) {
        try {
            var line = JournalLine.read(before, text, box);
            if (line.no() == no) return line;
        } catch (RuntimeException e) {
            throw JournalRefused.altered(path, no);
        }
        throw JournalRefused.altered(path, no);
    }

    /** Whole lines only: one without an end was cut off while it was written, and what it stood for was never committed. */
    private static final class Text implements AutoCloseable {

        private final BufferedReader reader;
        private final long whole;
        private long bytes;

        Text(Path path) throws IOException {
            this.whole = endOfLastLine(path);
            this.reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1);
        }

        @Nullable
        String next() throws IOException {
            if (bytes >= whole) return null;
            var line = reader.readLine();
            if (line == null) return null;
            bytes += line.length() + 1;
            return line;
        }

        long bytes() {
            return bytes;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }

        private static long endOfLastLine(Path path) throws IOException {
            try (var file = new RandomAccessFile(path.toFile(), "r")) {
                for (long at = file.length() - 1; at >= 0; at--) {
                    file.seek(at);
                    if (file.read() == '\n') return at + 1;
                }
                return 0;
            }
        }
    }
}
