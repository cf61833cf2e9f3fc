package io.retrace.access;

import io.retrace.evidence.IssuedReceipt;
import io.retrace.evidence.ReceiptFile;
import io.retrace.evidence.ReceiptId;
import io.retrace.evidence.Receipts;
import io.retrace.requests.RequestId;
import java.util.List;
import java.util.Optional;

/** The evidence module before it issued anything; what it issues is put in {@code CopyTakenHomeModuleTest}. */
final class NoReceipts implements Receipts {

    @Override
    public List<IssuedReceipt> ofRequest(RequestId request) {
        return List.of();
    }

    @Override
    public Optional<ReceiptFile> fileOf(ReceiptId receipt) {
        return Optional.empty();
    }
}
