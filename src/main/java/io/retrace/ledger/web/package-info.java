/** The platform’s feeds and the member’s thumbnails, over HTTP. */
@NullMarked
package io.retrace.ledger.web;

import org.jspecify.annotations.NullMarked;
