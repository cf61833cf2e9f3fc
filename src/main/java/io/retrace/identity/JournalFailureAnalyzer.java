package io.retrace.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the doors stay closed. */
final class JournalFailureAnalyzer extends AbstractFailureAnalyzer<JournalRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, JournalRefused cause) {
        return new FailureAnalysis(cause.getMessage(), cause.cure(), cause);
    }
}
