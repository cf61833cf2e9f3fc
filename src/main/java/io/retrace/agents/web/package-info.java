/** The Data Rights Protocol on the wire. */
@NullMarked
package io.retrace.agents.web;

import org.jspecify.annotations.NullMarked;
