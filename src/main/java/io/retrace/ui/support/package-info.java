/** What staff see: the queue by legal risk, one request with its companies, and incidents. */
@NullMarked
package io.retrace.ui.support;

import org.jspecify.annotations.NullMarked;
