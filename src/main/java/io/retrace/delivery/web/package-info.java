/** Where companies’ servers call us. */
@NullMarked
package io.retrace.delivery.web;

import org.jspecify.annotations.NullMarked;
