package io.retrace.evidence;

import io.retrace.requests.RequestId;
import java.net.URI;
import java.util.List;

/** The signed-in member’s receipts. What is not theirs answers like what does not exist. */
public interface MyReceipts {

    /** All versions of all receipts of a request: the whole request first, newest version first. */
    List<IssuedReceipt> of(RequestId request);

    /** The permanent public page of a receipt; whoever has the address sees the receipt. Throws {@code NotFound}. */
    URI page(ReceiptId receipt);
}
