@NullMarked
package io.retrace.evidence.merkle;

import org.jspecify.annotations.NullMarked;
