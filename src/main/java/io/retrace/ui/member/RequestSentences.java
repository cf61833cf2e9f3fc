package io.retrace.ui.member;

import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.CompanyWord;
import io.retrace.requests.RequestKind;
import io.retrace.requests.SubjectRequest;
import io.retrace.ui.component.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** A request in two sentences, computed from what its companies have done (T10). */
record RequestSentences(Words words, SubjectRequest request, List<CompanyProgress> companies) {

    /** The one sentence on top: what is true now. */
    String headline() {
        return switch (request.status()) {
            case RECEIVED ->
                copy() ? words.say("member.request.asking", request.companies()) : words.say("member.request.received");
            case VERIFYING -> words.say("member.request.verifying");
            case UNDERWAY -> underway();
            case PARTLY_DONE -> words.say(key("partly-done"), clean(), companies.size());
            case DONE -> words.say(key("done"), companies.size());
            case NOT_DONE -> words.say(key("not-done"), companies.size());
            case WITHDRAWN -> words.say("member.request.withdrawn");
        };
    }

    /** The rest of the truth: who is still to come, who kept something, who is silent. */
    String rest() {
        return switch (request.status()) {
            case RECEIVED ->
                copy()
                        ? words.say("member.request.copy.received.rest")
                        : words.say(
                                "member.request.received.rest", request.companies(), words.time(request.undoUntil()));
            case VERIFYING -> words.say("member.request.verifying.rest");
            case WITHDRAWN -> words.say("member.request.withdrawn.rest");
            case UNDERWAY, PARTLY_DONE, DONE, NOT_DONE -> others();
        };
    }

    private String underway() {
        var answered = (int) companies.stream().filter(c -> c.word().answered()).count();
        var asked = companies.size() - count(CompanyWord.NOT_ASKED_YET);
        if (answered > 0) return of("member.request.answered", answered);
        return asked == 0 ? words.say("member.request.asking", companies.size()) : of("member.request.asked", asked);
    }

    /** "Three of five companies …", or "All five companies …" */
    private String of(String key, int some) {
        return some == companies.size() ? words.say(key + ".all", some) : words.say(key, some, companies.size());
    }

    private String others() {
        var parts = new ArrayList<String>();
        for (var word : List.of(
                CompanyWord.KEPT_SOME,
                CompanyWord.KEPT_SOME_BACK,
                CompanyWord.WORKING_ON_IT,
                CompanyWord.ASKED,
                CompanyWord.NOT_ASKED_YET)) {
            if (word == CompanyWord.ASKED
                    && companies.stream().noneMatch(c -> c.word().answered())) continue; // said above
            if (count(word) > 0) parts.add(words.say("member.request.rest." + word.key(), count(word)));
        }
        silent().ifPresent(parts::add);
        onward("onward", parts, company -> !company.unanswered().isEmpty());
        onward("onward-kept", parts, RequestSentences::recipientKept);
        return String.join(" ", parts);
    }

    /** Who passed photos on to others that have not done what was asked: that is not done either (UC-026). */
    private void onward(String what, List<String> parts, Predicate<CompanyProgress> which) {
        var some = (int) companies.stream().filter(which).count();
        if (some > 0) parts.add(words.say("member.request.rest." + what, some));
    }

    private static boolean recipientKept(CompanyProgress company) {
        return company.passedOn().stream().anyMatch(one -> one.word() == CompanyWord.KEPT_SOME);
    }

    private Optional<String> silent() {
        var silent = companies.stream()
                .filter(c -> c.word() == CompanyWord.NO_ANSWER)
                .toList();
        if (silent.isEmpty()) return Optional.empty();
        return Optional.of(silent.stream()
                .map(CompanyProgress::nextActionAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(next -> words.say("member.request.rest.no-answer.next", silent.size(), words.date(next)))
                .orElseGet(() -> words.say("member.request.rest.no-answer", silent.size())));
    }

    private boolean copy() {
        return request.kind() == RequestKind.ACCESS;
    }

    /** What a copy came to is said in its own words: nothing is erased by it. */
    private String key(String end) {
        return copy() ? "member.request.copy." + end : "member.request." + end;
    }

    /** Companies that did all that was asked of them, and so did all to whom they passed photos on. */
    private int clean() {
        return (int) companies.stream().filter(CompanyProgress::clean).count();
    }

    private int count(CompanyWord word) {
        return (int) companies.stream().filter(c -> c.word() == word).count();
    }
}
