/** The REST API for companies. */
@NullMarked
package io.retrace.obligations.web;

import org.jspecify.annotations.NullMarked;
