package io.retrace.access;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code retrace.access.*}.
 *
 * @param files folder of companies’ files, encrypted; all nodes must see the same one
 * @param scanner a ClamAV daemon, {@code host:port}; without one files are checked by structure only
 * @param scannerPatience how long it may take to answer
 */
@ConfigurationProperties("retrace.access")
record AccessSettings(
        @DefaultValue(".retrace/company-files") Path files,
        @Nullable String scanner,
        @DefaultValue("60s") Duration scannerPatience) {}
