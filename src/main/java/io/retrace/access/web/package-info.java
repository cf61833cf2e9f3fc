/** The REST API for companies’ files, and the way a package takes to its person’s device. */
@NullMarked
package io.retrace.access.web;

import org.jspecify.annotations.NullMarked;
