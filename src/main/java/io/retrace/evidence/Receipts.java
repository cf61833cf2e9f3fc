package io.retrace.evidence;

import io.retrace.requests.RequestId;
import io.retrace.shared.ForModules;
import java.util.List;
import java.util.Optional;

/** Receipts for modules that hand them on, such as the package a person downloads. */
@ForModules
public interface Receipts {

    /** All versions of all receipts of a request: the whole request first, newest version first. */
    List<IssuedReceipt> ofRequest(RequestId request);

    /** The receipt file; empty until its proof is there. Throws {@code NotFound}. */
    Optional<ReceiptFile> fileOf(ReceiptId receipt);
}
