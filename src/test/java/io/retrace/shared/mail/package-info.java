@NullMarked
package io.retrace.shared.mail;

import org.jspecify.annotations.NullMarked;
