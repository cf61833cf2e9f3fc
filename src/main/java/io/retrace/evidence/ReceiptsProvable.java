package io.retrace.evidence;

import io.retrace.requests.RequestId;

/** Receipts of this request were issued and have their proofs: nothing changed but what a page can offer. */
public record ReceiptsProvable(RequestId request) {}
