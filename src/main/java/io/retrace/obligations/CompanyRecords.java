package io.retrace.obligations;

import io.retrace.requests.RequestId;
import io.retrace.shared.ForModules;
import java.util.List;

/** What was recorded of the companies of a request, for receipts. */
@ForModules
public interface CompanyRecords {

    /** Every company that was asked or is to be, in the order of their obligations’ ids. */
    List<CompanyRecord> of(RequestId request);
}
