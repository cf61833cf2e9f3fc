package io.retrace.partners;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ground the platform gives for a disclosure (GDPR Art. 6(1)); the number stands in ledger rows and never changes. */
public enum LegalBasis {
    NONE_RECORDED(0, "none-recorded", ""),
    CONSENT(1, "consent", "A6-1-a"),
    CONTRACT(2, "contract", "A6-1-b"),
    LEGAL_OBLIGATION(3, "legal-obligation", "A6-1-c"),
    LEGITIMATE_INTEREST(4, "legitimate-interest", "A6-1-f");

    private static final List<LegalBasis> BY_NO = List.of(values());

    private final int no;
    private final String code;
    private final String dpv;

    LegalBasis(int no, String code, String dpv) {
        this.no = no;
        this.code = code;
        this.dpv = dpv;
    }

    public int no() {
        return no;
    }

    /** As feeds write it. */
    public String code() {
        return code;
    }

    /** Term in {@code https://w3id.org/dpv/legal/eu/gdpr#}, or empty when no basis was recorded. */
    public String dpv() {
        return dpv;
    }

    public static Optional<LegalBasis> byCode(String code) {
        return Arrays.stream(values()).filter(b -> b.code.equals(code)).findFirst();
    }

    public static LegalBasis byNo(int no) {
        return BY_NO.get(no);
    }
}
