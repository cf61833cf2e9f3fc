/** How a refusal looks on the wire. */
@NullMarked
package io.retrace.shared.web;

import org.jspecify.annotations.NullMarked;
