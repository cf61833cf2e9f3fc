package io.retrace.obligations;

import io.retrace.requests.RequestKind;
import io.retrace.shared.Slice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ZIP of open work, written as it is read. References, hashes, days and codes: no value needs quoting. */
@Component
class WorkFile {

    private static final int ITEMS = 1000;
    private static final int OBLIGATIONS = 100;

    private final CompanyDesk desk;
    private final ExchangeRows rows;

    WorkFile(CompanyDesk desk, ExchangeRows rows) {
        this.desk = desk;
        this.rows = rows;
    }

    void write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("work-items.csv"));
        line(zip, "obligation,due,item,sha256,disclosed_at,purposes");
        @Nullable String after = null;
        do {
            Slice<CompanyObligation> slice = desk.inbox(false, after, OBLIGATIONS);
            for (var obligation : slice.items()) {
                if (obligation.kind() == RequestKind.ERASURE) items(zip, obligation);
            }
            after = slice.next();
        } while (after != null);
        zip.putNextEntry(new ZipEntry("cancelled.csv"));
        line(zip, "obligation,cancelled_on");
        for (var cancelled : rows.cancelled()) line(zip, cancelled.reference() + ',' + cancelled.day());
        zip.putNextEntry(new ZipEntry("status.csv"));
        line(zip, String.join(",", StatusRows.COLUMNS));
        zip.finish();
    }

    private void items(ZipOutputStream zip, CompanyObligation obligation) throws IOException {
        @Nullable String after = null;
        do {
            Slice<CompanyItem> slice = desk.items(obligation.id(), after, ITEMS);
            for (var item : slice.items()) {
                line(
                        zip,
                        String.join(
                                ",",
                                obligation.reference().value(),
                                obligation.due().toString(),
                                item.ref().toString(),
                                item.sha256().toString(),
                                item.disclosedAt().toString(),
                                String.join(" ", item.purposes())));
            }
            after = slice.next();
        } while (after != null);
    }

    private static void line(ZipOutputStream zip, String line) throws IOException {
        zip.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
