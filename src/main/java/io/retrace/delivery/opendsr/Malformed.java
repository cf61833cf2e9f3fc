package io.retrace.delivery.opendsr;

/** It is not what OpenDSR 2.0 says it should be; never repeats what it is. */
public final class Malformed extends Exception {

    Malformed(String field) {
        super(field);
    }
}
