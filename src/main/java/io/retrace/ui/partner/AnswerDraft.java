package io.retrace.ui.partner;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a responder has typed so far; nothing is chosen for them.
 *
 * @param answerId names the answer once sent, so that sending it twice records it once
 * @param texts what stands in each field, by {@link AnswerField}; fields nobody touched are absent
 * @param items single items whose photo answer differs
 */
record AnswerDraft(String answerId, Map<String, String> texts, Map<UUID, Outcome> items) {

    /** More than this does not fit a draft; then a list is the way ({@link ListedItems}). */
    static final int MOST_ITEMS = 1_000;

    AnswerDraft {
        texts = new TreeMap<>(texts);
        items = new LinkedHashMap<>(items);
    }

    static AnswerDraft fresh() {
        return new AnswerDraft(UUID.randomUUID().toString(), Map.of(), Map.of());
    }

    AnswerDraft with(String field, String text) {
        var changed = new TreeMap<>(texts);
        if (text.isEmpty()) changed.remove(field);
        else changed.put(field, text);
        return new AnswerDraft(answerId, changed, items);
    }

    /** These items differ like this; {@code empty} makes them like all others again. */
    AnswerDraft with(Set<UUID> differing, Optional<Outcome> outcome) {
        var changed = new LinkedHashMap<>(items);
        differing.forEach(
                item -> outcome.ifPresentOrElse(chosen -> changed.put(item, chosen), () -> changed.remove(item)));
        return new AnswerDraft(answerId, texts, changed);
    }

    String text(String field) {
        return texts.getOrDefault(field, "");
    }

    Optional<Outcome> answer(Subject subject) {
        return Optional.of(text(AnswerField.of(subject)))
                .filter(text -> !text.isEmpty())
                .map(Outcome::valueOf);
    }

    /** Items that really differ from the answer for photos. */
    Map<UUID, Outcome> exceptions() {
        var photos = answer(Subject.PHOTOS);
        var differing = new LinkedHashMap<>(items);
        photos.ifPresent(outcome -> differing.values().removeIf(outcome::equals));
        return differing;
    }

    /** Every outcome that occurs anywhere. */
    Set<Outcome> said() {
        var said = EnumSet.noneOf(Outcome.class);
        Arrays.stream(Subject.values()).forEach(subject -> answer(subject).ifPresent(said::add));
        said.addAll(exceptions().values());
        said.addAll(ListedItems.of(this).differing(this).keySet());
        return said;
    }

    /** How many items differ, whether chosen one by one or listed. */
    int differing() {
        var listed = ListedItems.of(this).differing(this).values();
        return exceptions().size() + listed.stream().mapToInt(Integer::intValue).sum();
    }

    /** How many further recipients have a row. */
    int recipients() {
        var count = 0;
        while (texts.containsKey(AnswerField.onward(count, "row"))) count++;
        return count;
    }

    AnswerDraft withRecipient() {
        return with(AnswerField.onward(recipients(), "row"), "yes");
    }

    /** Without this row; those below it move up. */
    AnswerDraft withoutRecipient(int removed) {
        var last = recipients() - 1;
        var changed = this;
        for (int i = removed; i <= last; i++) {
            for (var field : RECIPIENT) {
                var next = i == last ? "" : text(AnswerField.onward(i + 1, field));
                changed = changed.with(AnswerField.onward(i, field), next);
            }
        }
        return changed;
    }

    private static final Set<String> RECIPIENT = Set.of("row", "name", "told_on", "answered_on");
}
