package io.retrace.evidence;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.requests.RequestId;
import io.retrace.shared.DomainException.NotFound;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Receipts that were issued, read by those who may. */
@Service
class KeptReceipts implements MyReceipts {

    private final ReceiptTable table;
    private final ReceiptSecrets secrets;
    private final CurrentUser user;
    private final String portal;

    KeptReceipts(
            ReceiptTable table,
            ReceiptSecrets secrets,
            CurrentUser user,
            @Value("${retrace.portal-url}") String portal) {
        this.table = table;
        this.secrets = secrets;
        this.user = user;
        this.portal = portal;
    }

    @Override
    @PreAuthorize(Roles.IS_MEMBER)
    public List<IssuedReceipt> of(RequestId request) {
        return table.of(request, user.subject());
    }

    @Override
    @PreAuthorize(Roles.IS_MEMBER)
    public URI page(ReceiptId receipt) {
        var found = table.find(receipt.value()).orElseThrow(KeptReceipts::notFound);
        var sealed = found.sealedSecret();
        if (sealed == null || !table.belongs(receipt.value(), user.subject())) throw notFound();
        return URI.create(portal + "/receipts/" + receipt + "/" + secrets.open(receipt, sealed));
    }

    static NotFound notFound() {
        return new NotFound("error.not-found");
    }
}
