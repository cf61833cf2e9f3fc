package io.retrace.audit;

/** A company that kept something. */
public record Holder(String slug, String name) {}
