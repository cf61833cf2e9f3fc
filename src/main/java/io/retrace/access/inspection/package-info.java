/**
 * Tells what a file is and whether it is only that: pure, streaming, nothing is decoded or run. Limits hold before any
 * work that a hostile file could make expensive.
 */
@NullMarked
package io.retrace.access.inspection;

import org.jspecify.annotations.NullMarked;
