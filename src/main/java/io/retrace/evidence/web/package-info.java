/** The log in public: read-only, for anybody. */
@NullMarked
package io.retrace.evidence.web;

import org.jspecify.annotations.NullMarked;
