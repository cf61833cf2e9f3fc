package io.retrace.ui.open;

import io.retrace.evidence.ReceiptFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A receipt as the portal issues it, with names of the demo put in: companies that erased, kept, and never answered. */
final class SampleReceipt {

    private SampleReceipt() {}

    static ReceiptFile file() {
        try (var in = Objects.requireNonNull(SampleReceipt.class.getResourceAsStream("/receipts/sample.json"))) {
            return new ReceiptFile(new String(in.readAllBytes(), StandardCharsets.UTF_8), "receipt-R-7Q4M-2KX9");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
