package io.retrace.obligations;

import io.retrace.shared.DomainException.RuleViolation;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers strictly, naming the field that is wrong, and writes them canonically (RFC 8785). */
@Component
class AnswerCodec {

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** Throws {@code RuleViolation}: not JSON, an unknown or repeated field, a value of the wrong kind, a missing field. */
    AttestationForm read(byte[] body) {
        return parse(body, AnswerJson.class).form();
    }

    /** Likewise, an answer about a copy. */
    CopyForm readCopy(byte[] body) {
        return parse(body, CopyAnswerJson.class).form();
    }

    /** Likewise, a report about a recipient. */
    OnwardForm readOnward(byte[] body) {
        return parse(body, OnwardJson.class).form();
    }

    /** The one form of this answer: the same answer always gives the same bytes. */
    String canonical(AttestationForm form) {
        return canonical(AnswerJson.of(form));
    }

    String canonical(CopyForm form) {
        return canonical(CopyAnswerJson.of(form));
    }

    String canonical(OnwardForm form) {
        return canonical(OnwardJson.of(form));
    }

    private String canonical(Record answer) {
        try {
            return new JsonCanonicalizer(json.writeValueAsString(answer)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("our own JSON is JSON", e);
        }
    }

    AttestationForm stored(String canonical) {
        return json.readValue(canonical, AnswerJson.class).form();
    }

    CopyForm storedCopy(String canonical) {
        return json.readValue(canonical, CopyAnswerJson.class).form();
    }

    private <T> T parse(byte[] body, Class<T> shape) {
        try {
            var answer = json.readValue(body, shape);
            if (answer == null) throw new RuleViolation(null, "error.answer.not-json");
            return answer;
        } catch (UnrecognizedPropertyException e) {
            throw new RuleViolation(path(e), "error.answer.unknown-field");
        } catch (StreamReadException e) {
            throw new RuleViolation(null, "error.answer.not-json");
        } catch (DatabindException e) {
            var path = path(e);
            throw new RuleViolation(path, path == null ? "error.answer.not-json" : "error.answer.wrong-kind");
        }
    }

    /** Such as {@code exceptions[3].item}; null for the whole. */
    private static @Nullable String path(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return path.isEmpty() ? null : path.toString();
    }
}
