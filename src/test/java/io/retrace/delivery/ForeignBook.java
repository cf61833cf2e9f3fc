package io.retrace.delivery;

import io.retrace.obligations.AskedItems;
import io.retrace.obligations.CompanyDesk;
import io.retrace.obligations.CompanyItem;
import io.retrace.obligations.ForeignAnswers;
import io.retrace.obligations.ItemRef;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Writes down what obligations are told of companies’ words, one word each, and hands out three items. */
final class ForeignBook implements ForeignAnswers, AskedItems {

    static final Instant SINCE = Instant.parse("2026-11-01T08:00:00.123456Z");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Set<String> answers = ConcurrentHashMap.newKeySet();

    List<String> lines() {
        return lines;
    }

    @Override
    public void acknowledge(Said said, @Nullable Instant expectedBy) {
        lines.add("working" + (expectedBy == null ? "" : " until " + expectedBy));
    }

    @Override
    @SuppressWarnings("NullAway") // nobody asks for the receipt here
    public CompanyDesk.Receipt attest(Said said, byte[] attestation, Map<String, String> source) {
        var text = new String(attestation, StandardCharsets.UTF_8);
        if (text.contains("nonsense")) throw new RuleViolation("subjects", "error.answer.missing");
        lines.add(answers.add(said.obligation() + text) ? "attested " + text : "again: " + text);
        return null;
    }

    @Override
    public void refused(Said said, DomainException why) {
        lines.add("not recorded: " + why.key());
    }

    @Override
    public void noted(Said said, String what) {
        lines.add(what);
    }

    @Override
    public void repeated(Said said, String what) {
        lines.add("again: " + what);
    }

    @Override
    public void stray(@Nullable PartnerId company, String from, boolean forged, String why, byte[] raw) {
        lines.add((forged ? "forged: " : "stray: ") + why);
    }

    @Override
    public Asked of(ObligationId obligation, int most) {
        var item = new CompanyItem(
                new ItemRef(UUID.fromString("0b0c2a57-8d3b-4c64-9a5c-6d7d2f0f4b11")),
                Sha256.of(new byte[] {1}),
                Instant.parse("2014-09-17T03:00:00Z"),
                List.of("face-recognition"));
        return new Asked(SINCE, List.of(item));
    }
}
