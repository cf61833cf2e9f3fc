package io.retrace.identity;

import java.time.Instant;

/**
 * Somebody called the API with a token that is forged, expired or meant for someone else. A plain Spring event: nothing
 * changed, but who keeps answers also keeps forged ones, with the verdict (T8).
 *
 * @param method HTTP method
 * @param path path of the request, without the query
 * @param reason what is wrong with the token, in the decoder’s words; never the token
 */
public record RejectedToken(String method, String path, Instant at, String reason) {}
