/** What tests of several modules share. */
@NullMarked
package io.retrace.testing;

import org.jspecify.annotations.NullMarked;
