/** Measurements: {@code ./retrace bench NAME}. Each runs ours, a floor and a peer in turn, in one run on one database. */
@NullMarked
package io.retrace.bench;

import org.jspecify.annotations.NullMarked;
