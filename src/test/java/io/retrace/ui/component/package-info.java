@NullMarked
package io.retrace.ui.component;

import org.jspecify.annotations.NullMarked;
