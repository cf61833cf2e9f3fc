package io.retrace.shared.mail;

import org.jspecify.annotations.Nullable;

/**
 * What another mail server said later about a letter that ours had taken (RFC 3464); never its words.
 *
 * @param letter id of the letter, from the header that came back; whoever knows it was sent the letter, or carried it
 * @param forGood it was not delivered and is not tried any more (action “failed”); else it is only late
 * @param status enhanced status code such as {@code 5.1.1} (RFC 3463)
 * @param code the reply code of SMTP behind it, or {@code null} if none was told
 */
public record Bounce(
        String letter,
        boolean forGood,
        String status,
        @Nullable Integer code) {}
