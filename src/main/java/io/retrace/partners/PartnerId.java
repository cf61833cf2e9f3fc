package io.retrace.partners;

/** A registered company, by a small number: it stands in every ledger row, so it is two bytes (ADR 0009). */
public record PartnerId(int value) {

    public PartnerId {
        if (value < 1 || value > Short.MAX_VALUE) throw new IllegalArgumentException("out of range: " + value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
