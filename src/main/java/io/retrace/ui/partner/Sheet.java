package io.retrace.ui.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The answer being filled in: every change is kept at once and told to the parts of the page that depend on it. */
final class Sheet {

    private final Consumer<AnswerDraft> keep;
    private final Map<String, String> problems;
    private final List<Consumer<AnswerDraft>> parts = new ArrayList<>();
    private AnswerDraft draft;

    /**
     * @param problems what is wrong, by field, in words
     * @param keep stores the draft
     */
    Sheet(AnswerDraft draft, Map<String, String> problems, Consumer<AnswerDraft> keep) {
        this.draft = draft;
        this.problems = problems;
        this.keep = keep;
    }

    AnswerDraft draft() {
        return draft;
    }

    String text(String field) {
        return draft.text(field);
    }

    Map<String, String> problems() {
        return problems;
    }

    String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    void put(String field, String text) {
        change(before -> before.with(field, text));
    }

    void change(UnaryOperator<AnswerDraft> change) {
        draft = change.apply(draft);
        keep.accept(draft);
        parts.forEach(part -> part.accept(draft));
    }

    /** Calls now and after every change. */
    void show(Consumer<AnswerDraft> part) {
        parts.add(part);
        part.accept(draft);
    }
}
