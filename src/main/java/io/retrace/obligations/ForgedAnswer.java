package io.retrace.obligations;

/** The signature of an answer is not that of its company: nothing of it was read, and it is kept with its verdict. */
public final class ForgedAnswer extends RuntimeException {

    ForgedAnswer(String reason) {
        super(reason);
    }
}
