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

    /** Whether its person may still take it back before it goes out. A copy destroys nothing, so it goes out at once (ADR 0012). */
    public boolean canBeTakenBack() {
        return switch (this) {
            case ERASURE -> true;
            case ACCESS -> false;
        };
    }
}
