/** The platform’s word about its members, over HTTP. */
@NullMarked
package io.retrace.identity.web;

import org.jspecify.annotations.NullMarked;
