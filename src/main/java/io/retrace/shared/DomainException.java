package io.retrace.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal with a translatable reason; everything else that is thrown is a fault and shows an incident number. */
public abstract sealed class DomainException extends RuntimeException {

    private final String key;
    private final transient List<Object> arguments;

    private DomainException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** Key of the message in the translation bundles. */
    public String key() {
        return key;
    }

    /** Arguments of the message, in order. */
    public List<Object> arguments() {
        return arguments;
    }

    /** It does not exist, or it is not yours: the two are the same answer. */
    public static final class NotFound extends DomainException {
        public NotFound(String key, Object... arguments) {
            super(key, arguments);
        }
    }

    /** It contradicts what is already recorded (HTTP 409). */
    public static final class Conflict extends DomainException {
        public Conflict(String key, Object... arguments) {
            super(key, arguments);
        }
    }

    /** What was sent breaks a rule (HTTP 422); names the field where there is one. */
    public static final class RuleViolation extends DomainException {
        private final @Nullable String field;

        public RuleViolation(@Nullable String field, String key, Object... arguments) {
            super(key, arguments);
            this.field = field;
        }

        /** Path of the offending field as the caller knows it, or {@code null} if it is about the whole. */
        public @Nullable String field() {
            return field;
        }
    }

    /** The sign-in is not recent or strong enough for this; ask again, then repeat (step-up). */
    public static final class StepUpRequired extends DomainException {
        public StepUpRequired() {
            super("error.step-up-required");
        }
    }
}
