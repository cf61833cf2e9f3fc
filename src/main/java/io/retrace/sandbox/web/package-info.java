/** The sandbox’s door. */
@NullMarked
package io.retrace.sandbox.web;

import org.jspecify.annotations.NullMarked;
