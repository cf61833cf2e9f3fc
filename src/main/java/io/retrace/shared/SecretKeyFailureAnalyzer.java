package io.retrace.shared;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a missing or broken {@code retrace.secret-key} into one sentence with its cure instead of a stack trace. */
class SecretKeyFailureAnalyzer extends AbstractFailureAnalyzer<SecretBox.UnusableKey> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SecretBox.UnusableKey cause) {
        return new FailureAnalysis(
                "Keys at rest cannot be encrypted: " + cause.getMessage() + ".",
                "Set it to 32 random bytes in Base64 (openssl rand -base64 32) and keep it: what it sealed opens with it alone.",
                cause);
    }
}
