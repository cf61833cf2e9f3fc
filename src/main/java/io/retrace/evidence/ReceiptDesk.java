package io.retrace.evidence;

import io.retrace.requests.RequestId;
import java.util.List;
import java.util.Optional;

/** Anybody’s receipts, for auditors and support: what was issued, never the link that its person was given. */
public interface ReceiptDesk {

    /** All versions of all receipts of a request: the whole request first, newest version first. */
    List<IssuedReceipt> of(RequestId request);

    /** The receipt file; empty until its proof is there. Throws {@code NotFound}. */
    Optional<ReceiptFile> file(ReceiptId receipt);
}
