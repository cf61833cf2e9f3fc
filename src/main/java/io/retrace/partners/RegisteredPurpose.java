package io.retrace.partners;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A purpose in the registry. */
@Entity
@Table(name = "purpose")
class RegisteredPurpose {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Short no;

    private String code;
    private boolean trainsModels;
    private boolean facial;
    private String iri;

    @SuppressWarnings("NullAway.Init")
    protected RegisteredPurpose() {}

    RegisteredPurpose(PurposeDetails details) {
        code = details.code();
        trainsModels = details.trainsModels();
        facial = details.facial();
        iri = details.iri();
    }

    /** Takes over what the platform says now; returns whether that was anything new. */
    boolean become(PurposeDetails details) {
        if (details.equals(new PurposeDetails(code, trainsModels, facial, iri))) return false;
        trainsModels = details.trainsModels();
        facial = details.facial();
        iri = details.iri();
        return true;
    }

    Purpose asPurpose() {
        if (no == null) throw new IllegalStateException("not stored yet");
        return new Purpose(no, code, trainsModels, facial, iri);
    }
}
