/** Stories in a real browser against everything running. */
@NullMarked
package io.retrace.journeys;

import org.jspecify.annotations.NullMarked;
