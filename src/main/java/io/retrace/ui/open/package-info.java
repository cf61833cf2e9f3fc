/** Pages for anybody: the landing page, the end of a session. */
@NullMarked
package io.retrace.ui.open;

import org.jspecify.annotations.NullMarked;
