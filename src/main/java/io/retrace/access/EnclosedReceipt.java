package io.retrace.access;

import io.retrace.evidence.ReceiptId;
import io.retrace.requests.SubjectRequest;
import org.jspecify.annotations.Nullable;

/**
 * A receipt that lies in the package.
 *
 * @param company whose answer it is about; {@code null}: the whole request
 * @param name of its files, without their ending
 */
record EnclosedReceipt(
        ReceiptId id, SubjectRequest request, @Nullable String company, String name) {

    static final String FOLDER = "receipts/";

    String json() {
        return FOLDER + name + ".json";
    }

    String pdf() {
        return FOLDER + name + ".pdf";
    }
}
