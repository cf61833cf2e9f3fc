package io.retrace.ledger;

/**
 * The one sentence of a person’s home page, as numbers, true now (T10).
 *
 * @param photos photos the platform has of them
 * @param disclosed how many of these at least one company received
 * @param companies how many companies received at least one
 * @param training how many of these companies used them to train models
 */
public record Overview(int photos, int disclosed, int companies, int training) {}
