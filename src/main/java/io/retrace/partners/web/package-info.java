/** Registration through the public API. */
@NullMarked
package io.retrace.partners.web;

import org.jspecify.annotations.NullMarked;
