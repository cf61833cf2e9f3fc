/** Pages of a member: their photos, the companies, their requests. */
@NullMarked
package io.retrace.ui.member;

import org.jspecify.annotations.NullMarked;
