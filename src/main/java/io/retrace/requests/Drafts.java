package io.retrace.requests;

import java.util.Optional;

/** What the signed-in person has typed so far, kept on the server so that an expired session loses nothing. */
public interface Drafts {

    /** The draft under this name ({@code ask}, {@code answer:<obligation>}), as the page wrote it; at most 64 kB. */
    Optional<String> read(String name);

    void keep(String name, String content);

    void forget(String name);
}
