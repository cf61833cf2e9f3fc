package io.retrace.access;

import java.time.Instant;

/**
 * What can be said of a package without opening it.
 *
 * @param name what to call the file
 * @param tag changes whenever a byte of it does (ETag)
 */
public record PackageFile(String name, String tag, long bytes, Instant madeAt) {}
