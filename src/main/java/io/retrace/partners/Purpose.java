package io.retrace.partners;

/**
 * What a company may use photos for; said in plain words by the bundle key {@code purpose.<code>}.
 *
 * @param no small number used in ledger rows
 * @param code lower-case, digits, dashes, ≤ 48
 * @param trainsModels whether models learn from the photos
 * @param facial whether faces are recognised (then a face template may exist)
 * @param iri nearest term of the Data Privacy Vocabulary 2.3
 */
public record Purpose(int no, String code, boolean trainsModels, boolean facial, String iri) {}
