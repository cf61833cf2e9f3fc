package io.retrace.ui.member;

import io.retrace.ui.component.Words;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long a request can be taken back, to say so before it is sent. */
@Component
class UndoWindow {

    private final Duration length;

    UndoWindow(@Value("${retrace.requests.undo:24h}") Duration length) {
        this.length = length;
    }

    String inWords(Words words) {
        return inWords(length, words);
    }

    static String inWords(Duration length, Words words) {
        if (length.toHours() > 0) return words.say("duration.hours", (int) length.toHours());
        if (length.toMinutes() > 0) return words.say("duration.minutes", (int) length.toMinutes());
        return words.say("duration.seconds", (int) length.toSeconds());
    }
}
