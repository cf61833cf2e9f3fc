package io.retrace.access;

import io.retrace.evidence.ReceiptFile;
import io.retrace.shared.ForModules;
import io.retrace.shared.words.Phrasebook;

/** Puts a receipt on paper; done by {@code ui}, which lies above this module. */
@ForModules
public interface ReceiptPrinter {

    /** A PDF in the reader’s language. */
    byte[] print(ReceiptFile receipt, Phrasebook words);
}
