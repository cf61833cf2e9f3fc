package io.retrace.access;

import io.retrace.access.AccessPackage.Contents;
import io.retrace.access.PackageRows.Made;
import io.retrace.access.PackageRows.Order;
import io.retrace.identity.Subjects;
import io.retrace.shared.words.Phrasebook;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a package: from the database through ZIP and cipher into its file, without ever holding it. A worker that dies on
 * the way leaves a draft that nobody can open; the next one throws it away and starts over with a key of its own.
 */
@Component
class Packer {

    private static final Logger LOG = LoggerFactory.getLogger(Packer.class);

    private final PackageRows rows;
    private final PackageLife life;
    private final PackageStore store;
    private final PackageKeys keys;
    private final PackageContent content;
    private final Subjects subjects;
    private final PackageSettings settings;
    private final Clock clock;

    Packer(
            PackageRows rows,
            PackageLife life,
            PackageStore store,
            PackageKeys keys,
            PackageContent content,
            Subjects subjects,
            PackageSettings settings,
            Clock clock) {
        this.rows = rows;
        this.life = life;
        this.store = store;
        this.keys = keys;
        this.content = content;
        this.subjects = subjects;
        this.settings = settings;
        this.clock = clock;
    }

    void make(PackageId id) throws IOException {
        var order = rows.begin(id, now());
        if (order.isEmpty()) return;
        var language = language(order.get());
        if (language.isEmpty()) {
            LOG.info("package {} has nobody to go to any more; it is not made", id);
            life.expire(id);
            return;
        }
        var made = seal(order.get(), new Phrasebook(language.get(), settings.zone()));
        if (life.finish(order.get(), made)) store.keepOnly(id, made.file());
        else store.discard(id, made.file());
    }

    private Made seal(Order order, Phrasebook words) throws IOException {
        var key = SealedFormat.newKey();
        var at = now();
        try (var draft = store.begin(order.id());
                var sealing = new SealedOutput(draft.out(), key, PackageKeys.context(order.id()))) {
            var written = content.write(order, words, at, sealing);
            var contents = written.contents(at, sealing.finish());
            return new Made(
                    draft.keep(),
                    keys.wrap(key, order.id()),
                    written.manifest(),
                    contents,
                    contents.madeAt().plus(settings.keep()));
        }
    }

    /** What the person chose with the order, else what their account says; empty if the account is gone. */
    private Optional<Locale> language(Order order) {
        var contact = subjects.contact(order.subject());
        var chosen = order.language();
        return contact.map(found -> chosen == null ? found.locale() : Locale.forLanguageTag(chosen));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What was written into a package. */
    record Written(byte[] manifest, int photos, int disclosures, int companies, int answered) {

        Contents contents(Instant madeAt, long bytes) {
            return new Contents(madeAt, bytes, photos, disclosures, companies, answered);
        }
    }
}
