/** OpenDSR 2.0 as it is written: shapes, words and signatures. Knows no database and no network. */
@NullMarked
package io.retrace.delivery.opendsr;

import org.jspecify.annotations.NullMarked;
