/** One test per stated rule, walking the whole code; then one package per module. */
@NullMarked
package io.retrace;

import org.jspecify.annotations.NullMarked;
