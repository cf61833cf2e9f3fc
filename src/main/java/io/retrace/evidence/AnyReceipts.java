package io.retrace.evidence;

import io.retrace.evidence.ReceiptTable.Stored;
import io.retrace.requests.RequestId;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.ForModules;
import io.retrace.shared.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Anybody’s receipts: for those who audit, for modules, and for whoever holds the link. */
@Service
class AnyReceipts implements ReceiptDesk, Receipts, OpenReceipts {

    /** Compared with when there is no such receipt, so that it takes as long as with one. */
    private static final Sha256 NOBODYS = Sha256.of();

    private final ReceiptTable table;
    private final LogIdentity log;

    AnyReceipts(ReceiptTable table, LogIdentity log) {
        this.table = table;
        this.log = log;
    }

    @Override
    @PreAuthorize("hasAnyRole('auditor','support','support-lead')")
    public List<IssuedReceipt> of(RequestId request) {
        return table.of(request);
    }

    @Override
    @PreAuthorize("hasAnyRole('auditor','support','support-lead')")
    public Optional<ReceiptFile> file(ReceiptId receipt) {
        return file(stored(receipt));
    }

    @Override
    @ForModules
    public List<IssuedReceipt> ofRequest(RequestId request) {
        return table.of(request);
    }

    @Override
    @ForModules
    public Optional<ReceiptFile> fileOf(ReceiptId receipt) {
        return file(stored(receipt));
    }

    @Override
    @PreAuthorize("permitAll()")
    public Optional<OpenReceipt> find(String id, String secret) {
        var known = uuid(id);
        if (known == null || !table.secret(known).orElse(NOBODYS).equals(ReceiptSecrets.digest(secret))) {
            return Optional.empty();
        }
        // read only now: a receipt may be large, and what takes long would tell that there is one
        return table.find(known).map(stored -> new OpenReceipt(stored.listed(), file(stored)));
    }

    private Stored stored(ReceiptId receipt) {
        return table.find(receipt.value()).orElseThrow(() -> new NotFound("error.not-found"));
    }

    private Optional<ReceiptFile> file(Stored stored) {
        return Optional.ofNullable(stored.proof())
                .map(proof -> ReceiptFile.of(
                        stored.statement(),
                        ProofObject.of(
                                stored.salt(),
                                stored.body(),
                                stored.entry(),
                                proof,
                                log.signer().verifierKey().toString())));
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
