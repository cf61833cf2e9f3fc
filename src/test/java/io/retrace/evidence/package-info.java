@NullMarked
package io.retrace.evidence;

import org.jspecify.annotations.NullMarked;
