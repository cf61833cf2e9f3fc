package io.retrace.ledger;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.partners.PartnerId;
import io.retrace.shared.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Every answer is one statement over one person’s range of an index, or two. */
@Service
@PreAuthorize(Roles.IS_MEMBER)
class MemberLedger implements MyLedger {

    private final CurrentUser user;
    private final MemberPhotos photos;
    private final MemberHoldings holdings;
    private final ThumbnailStore thumbnails;

    MemberLedger(CurrentUser user, MemberPhotos photos, MemberHoldings holdings, ThumbnailStore thumbnails) {
        this.user = user;
        this.photos = photos;
        this.holdings = holdings;
        this.thumbnails = thumbnails;
    }

    @Override
    public Overview overview() {
        return holdings.overview(user.subject());
    }

    @Override
    public Slice<PhotoSummary> photos(@Nullable String after, int limit) {
        return photos.newestFirst(user.subject(), null, after, limit);
    }

    @Override
    public Slice<PhotoSummary> photosAt(PartnerId company, @Nullable String after, int limit) {
        return photos.newestFirst(user.subject(), company, after, limit);
    }

    @Override
    public PhotoTrail trail(PhotoId photo) {
        var subject = user.subject();
        return new PhotoTrail(photos.one(subject, photo), photos.disclosures(subject, photo));
    }

    @Override
    public List<CompanyHolding> companies() {
        return holdings.companies(user.subject());
    }

    @Override
    public SelectionSize measure(Selection selection) {
        return holdings.measure(user.subject(), selection);
    }

    @Override
    public Optional<byte[]> thumbnail(PhotoId photo) {
        return photos.one(user.subject(), photo).preview() ? thumbnails.read(photo) : Optional.empty();
    }
}
