/** Registration through the public API. */
@NullMarked
package io.retrace.sandbox.web;

import org.jspecify.annotations.NullMarked;
