package io.retrace.requests;

/** Which of their rights a person uses. */
public enum RequestKind {
    /** Deletion at the companies (GDPR Art. 17, 19). */
    ERASURE("erasure"),
    /** A copy of what the companies hold (GDPR Art. 15). */
    ACCESS("access");

    private final String key;

    RequestKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
