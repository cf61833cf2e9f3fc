package io.retrace.obligations;

import io.retrace.access.FileIntake;
import io.retrace.obligations.AttestationForm.Declarant;
import io.retrace.obligations.CopyForm.Said;
import io.retrace.obligations.CopyForm.SentFile;
import io.retrace.obligations.CopyForm.Withheld;
import io.retrace.obligations.World.Company;
import io.retrace.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files and answers of companies that are asked for a copy. */
final class CopyFixture {

    private static final Declarant DANA = new Declarant("Dana Ortiz", "Data Protection Lead", true);

    private CopyFixture() {}

    static FileIntake.Receipt upload(World world, Company company, ObligationId id, UUID file, String json) {
        return upload(world, company, id, file, "records-" + file + ".json", json.getBytes(StandardCharsets.UTF_8));
    }

    static FileIntake.Receipt upload(
            World world, Company company, ObligationId id, UUID file, String name, byte[] content) {
        return world.as(company, () -> {
            try {
                return world.bean(FileIntake.class).receive(id, file, name, new ByteArrayInputStream(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static UUID remove(World world, Company company, ObligationId id, UUID file) {
        return world.as(company, () -> {
            world.bean(FileIntake.class).remove(id, file);
            return file;
        });
    }

    /** Uploads one file and gives what an answer names it by. */
    static SentFile sent(World world, Company company, ObligationId id, String json) {
        var file = UUID.randomUUID();
        upload(world, company, id, file, json);
        return new SentFile(file, Sha256.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    static CopyForm provided(String answerId, @Nullable String amends, SentFile... files) {
        return new CopyForm(answerId, Said.PROVIDED, List.of(files), null, DANA, amends);
    }

    static CopyForm hadNothing(String answerId, @Nullable String amends) {
        return new CopyForm(answerId, Said.HAD_NOTHING, List.of(), null, DANA, amends);
    }

    static CopyForm withheld(String answerId, @Nullable String amends, SentFile... files) {
        return new CopyForm(
                answerId,
                Said.WITHHELD,
                List.of(files),
                new Withheld("Directive (EU) 2015/849 Art. 39(1)", "Notes of an identity check"),
                DANA,
                amends);
    }
}
