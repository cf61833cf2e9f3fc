/** What a company’s responders see: their own inbox, and one question to answer. Nothing of persons or other companies (T5). */
@NullMarked
package io.retrace.ui.partner;

import org.jspecify.annotations.NullMarked;
