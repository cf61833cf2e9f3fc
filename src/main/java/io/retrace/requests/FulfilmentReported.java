package io.retrace.requests;

/** Something was answered that may settle a request; published by the module above, heard here (in the same transaction). */
public interface FulfilmentReported {

    RequestId request();
}
