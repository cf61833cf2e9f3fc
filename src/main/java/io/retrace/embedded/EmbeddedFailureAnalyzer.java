package io.retrace.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences what a stack trace would hide. */
final class EmbeddedFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedFailure cause) {
        return new FailureAnalysis(cause.getMessage(), cause.cure(), rootFailure);
    }
}
