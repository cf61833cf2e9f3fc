/** The REST API for companies’ files. */
@NullMarked
package io.retrace.access.web;

import org.jspecify.annotations.NullMarked;
