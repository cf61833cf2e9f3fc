/** Forgetting a person in the whole portal, and not remembering them after a restore. */
@NullMarked
package io.retrace.erasing;

import org.jspecify.annotations.NullMarked;
