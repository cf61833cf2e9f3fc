package io.retrace.ui.partner;

import io.retrace.obligations.Attestation;
import io.retrace.obligations.AttestationForm;
import io.retrace.obligations.AttestationForm.Declarant;
import io.retrace.obligations.AttestationForm.Infeasible;
import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Kept;
import io.retrace.obligations.AttestationForm.Method;
import io.retrace.obligations.AttestationForm.OnwardRecipient;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.obligations.ItemRef;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** From what was typed to the answer that is sent, and back when an answer is amended. What no question asks for is left out. */
final class Answer {

    private Answer() {}

    /** The answer as it would be sent; only for drafts without problems ({@link AnswerProblems}). */
    static AttestationForm of(AnswerDraft draft, boolean amending) {
        var said = draft.said();
        var erased = said.contains(Outcome.ERASED);
        var subjects = new EnumMap<Subject, Outcome>(Subject.class);
        for (var subject : Subject.values()) draft.answer(subject).ifPresent(answer -> subjects.put(subject, answer));
        return new AttestationForm(
                draft.answerId(),
                subjects,
                erased ? Method.valueOf(draft.text(AnswerField.METHOD)) : null,
                erased ? day(draft, AnswerField.LIVE_ERASED) : null,
                erased ? day(draft, AnswerField.BACKUPS) : null,
                said.contains(Outcome.KEPT) ? kept(draft) : null,
                said.contains(Outcome.INFEASIBLE) ? infeasible(draft) : null,
                exceptions(draft),
                AnswerProblems.asksForOnward(draft) ? onward(draft) : List.of(),
                new Declarant(
                        text(draft, AnswerField.NAME),
                        text(draft, AnswerField.TITLE),
                        !text(draft, AnswerField.PERJURY).isEmpty()),
                amending ? text(draft, AnswerField.AMENDS) : null);
    }

    /** A new draft that starts from the answer in force; who declares it and why is asked again. */
    static AnswerDraft amending(Attestation inForce) {
        var form = inForce.form();
        var texts = new TreeMap<String, String>();
        form.subjects().forEach((subject, answer) -> texts.put(AnswerField.of(subject), answer.name()));
        put(
                texts,
                AnswerField.METHOD,
                form.method() == null ? null : form.method().name());
        put(texts, AnswerField.LIVE_ERASED, form.liveErasedOn());
        put(texts, AnswerField.BACKUPS, form.backupsUntil());
        if (form.kept() != null) {
            texts.put(AnswerField.DUTY, form.kept().duty());
            put(texts, AnswerField.DUTY_UNTIL, form.kept().until());
        }
        if (form.infeasible() != null) {
            texts.put(AnswerField.REASON, form.infeasible().reason());
            texts.put(AnswerField.OFFICER, form.infeasible().officer());
        }
        texts.put(AnswerField.ONWARD, form.onward().isEmpty() ? "no" : "yes");
        for (int i = 0; i < form.onward().size(); i++) {
            var recipient = form.onward().get(i);
            texts.put(AnswerField.onward(i, "row"), "yes");
            texts.put(AnswerField.onward(i, "name"), recipient.name());
            put(texts, AnswerField.onward(i, "told_on"), recipient.toldOn());
            put(texts, AnswerField.onward(i, "answered_on"), recipient.answeredOn());
        }
        var items = new LinkedHashMap<UUID, Outcome>();
        if (form.exceptions().size() > AnswerDraft.MOST_ITEMS) {
            texts.putAll(ListedItems.needed(form.exceptions().size()));
            return new AnswerDraft(UUID.randomUUID().toString(), texts, items);
        }
        form.exceptions().forEach(exception -> items.put(exception.item().value(), exception.outcome()));
        return new AnswerDraft(UUID.randomUUID().toString(), texts, items);
    }

    private static void put(Map<String, String> texts, String field, @Nullable Object value) {
        if (value != null) texts.put(field, value.toString());
    }

    private static List<ItemException> exceptions(AnswerDraft draft) {
        return draft.exceptions().entrySet().stream()
                .map(item -> new ItemException(new ItemRef(item.getKey()), item.getValue()))
                .toList();
    }

    private static List<OnwardRecipient> onward(AnswerDraft draft) {
        if (!draft.text(AnswerField.ONWARD).equals("yes")) return List.of();
        return IntStream.range(0, draft.recipients())
                .mapToObj(i -> new OnwardRecipient(
                        text(draft, AnswerField.onward(i, "name")),
                        day(draft, AnswerField.onward(i, "told_on")),
                        day(draft, AnswerField.onward(i, "answered_on"))))
                .toList();
    }

    private static Kept kept(AnswerDraft draft) {
        return new Kept(text(draft, AnswerField.DUTY), LocalDate.parse(draft.text(AnswerField.DUTY_UNTIL)));
    }

    private static Infeasible infeasible(AnswerDraft draft) {
        return new Infeasible(text(draft, AnswerField.REASON), text(draft, AnswerField.OFFICER));
    }

    private static @Nullable LocalDate day(AnswerDraft draft, String field) {
        var text = draft.text(field);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String text(AnswerDraft draft, String field) {
        return draft.text(field).strip();
    }
}
