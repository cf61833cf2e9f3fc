package io.retrace.ui.component;

import io.retrace.partners.LegalBasis;
import io.retrace.partners.Purpose;
import java.util.Collection;

/** Purposes and legal bases in plain words. */
public final class Purposes {

    private Purposes() {}

    /** "Training AI that recognises faces"; the code as registered where nobody has put it in words yet. */
    public static String plain(Purpose purpose, Words words) {
        return plain(purpose.code(), words);
    }

    public static String plain(String code, Words words) {
        var key = "purpose." + code;
        return words.knows(key) ? words.say(key) : code;
    }

    public static String list(Collection<Purpose> purposes, Words words) {
        return words.list(
                purposes.stream().map(purpose -> plain(purpose, words)).toList());
    }

    public static String basis(LegalBasis basis, Words words) {
        return words.say("basis." + basis.code());
    }
}
