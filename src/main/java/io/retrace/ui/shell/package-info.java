/** What every page shares: sign-in, frame, headers, errors. */
@NullMarked
package io.retrace.ui.shell;

import org.jspecify.annotations.NullMarked;
