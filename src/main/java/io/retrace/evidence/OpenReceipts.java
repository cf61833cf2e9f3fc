package io.retrace.evidence;

import java.util.Optional;

/** Receipts for whoever holds the link, signed in or not. */
public interface OpenReceipts {

    /** The receipt, if this is its secret; a wrong id and a wrong secret answer alike. */
    Optional<OpenReceipt> find(String id, String secret);

    /**
     * @param receipt which one, and whether a later version replaces it
     * @param file its file, or empty until its proof is there
     */
    record OpenReceipt(IssuedReceipt receipt, Optional<ReceiptFile> file) {}
}
