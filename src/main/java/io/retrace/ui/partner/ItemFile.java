package io.retrace.ui.partner;

import io.retrace.obligations.CompanyItem;
import io.retrace.shared.Slice;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All items of a question as CSV (RFC 4180): references, hashes, instants and codes, none of which needs quoting. */
final class ItemFile {

    private ItemFile() {}

    static String of(Function<@Nullable String, Slice<CompanyItem>> lookup) {
        var file = new StringBuilder("item,sha256,disclosed_at,purposes\r\n");
        String after = null;
        do {
            var slice = lookup.apply(after);
            for (var item : slice.items()) {
                file.append(item.ref())
                        .append(',')
                        .append(item.sha256())
                        .append(',')
                        .append(item.disclosedAt())
                        .append(',')
                        .append(String.join(" ", item.purposes()))
                        .append("\r\n");
            }
            after = slice.next();
        } while (after != null);
        return file.toString();
    }
}
