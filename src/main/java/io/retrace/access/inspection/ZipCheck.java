package io.retrace.access.inspection;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Refuses an archive that lies about itself or would do harm when it is unpacked. Its directory and its entries must
 * say the same and fill the file from the first byte to the last: nothing before, between, overlapping or behind
 * (so that every program unpacks the same files), and each entry must be a file that we would take by itself.
 */
final class ZipCheck {

    private static final long RATIO_COUNTS_FROM = 1 << 20;

    private final Content content;
    private final ZipLimits limits;
    private long expanded;

    ZipCheck(Content content, ZipLimits limits) {
        this.content = content;
        this.limits = limits;
    }

    void check() throws IOException {
        var directory = ZipDirectory.read(content, limits);
        names(directory.entries());
        // what it claims is checked before any work, what it is while doing it
        long claimed = 0;
        for (var entry : directory.entries()) claimed = count(claimed + entry.size());
        long at = 0;
        for (var entry : directory.entries()) {
            if (entry.offset() != at) throw Refusals.polyglot();
            var data = ZipEntryContent.open(content, entry, directory.offset(), this::expanded);
            if (entry.directory() ? entry.size() != 0 : entry.size() == 0) throw Refusals.because("empty");
            if (!entry.directory()) FileInspection.checkPlain(FileInspection.type(entry.leaf(), data), data);
            at = data.end();
        }
        if (at != directory.offset()) throw Refusals.polyglot();
    }

    private void names(List<ZipDirectory.Entry> entries) {
        var names = new HashSet<String>();
        for (var entry : entries) {
            var name = FileNames.checkedPath(entry.name());
            if (!names.add(name.toLowerCase(Locale.ROOT))) throw Refusals.because("zip-twice");
        }
        if (entries.stream().allMatch(ZipDirectory.Entry::directory)) throw Refusals.because("empty");
        for (var name : names) {
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                if (names.contains(name.substring(0, slash))) throw Refusals.because("zip-twice"); // a file as a folder
            }
        }
    }

    /** Told how much an entry has expanded, as it does. */
    private void expanded(int bytes) {
        expanded = count(expanded + bytes);
    }

    private long count(long bytes) {
        if (bytes > limits.expanded()) throw Refusals.because("zip-expanded", limits.expanded() >> 20);
        if (bytes > RATIO_COUNTS_FROM && bytes / Math.max(1, content.size()) > limits.ratio()) {
            throw Refusals.because("zip-ratio", limits.ratio());
        }
        return bytes;
    }
}
