package io.retrace.ui.support;

import io.retrace.requests.RequestKind;
import io.retrace.requests.SubjectRequest;
import io.retrace.ui.component.Words;

/** What a request asks for, in a few words. */
final class RequestWords {

    private RequestWords() {}

    static String asks(SubjectRequest request, Words words) {
        if (request.kind() == RequestKind.ACCESS)
            return words.say("support.asks.copy", request.photos(), request.companies());
        var key = request.scope().equals("all") ? "support.asks.all" : "support.asks.photos";
        return words.say(key, request.photos(), request.companies());
    }
}
