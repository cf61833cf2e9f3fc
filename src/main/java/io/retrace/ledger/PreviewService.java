package io.retrace.ledger;

import io.retrace.identity.Roles;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

@Service
@PreAuthorize(Roles.IS_PLATFORM)
class PreviewService implements Previews {

    private final PreviewShelf shelf;

    PreviewService(PreviewShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void keep(String photo, byte[] picture) {
        shelf.keep(photo, picture);
    }
}
