package io.retrace.ui.shell;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about the pages.
 *
 * @param quickExit where “Leave quickly” leads: a site that says nothing about the reader
 */
@ConfigurationProperties("retrace.ui")
record UiSettings(
        @DefaultValue("https://www.wikipedia.org/") URI quickExit) {}
