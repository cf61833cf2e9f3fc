/** Parts that pages share: words, tags, rows, and the faces of our Lit components. */
@NullMarked
package io.retrace.ui.component;

import org.jspecify.annotations.NullMarked;
