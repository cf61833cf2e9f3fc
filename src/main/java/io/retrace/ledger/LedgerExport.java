package io.retrace.ledger;

import io.retrace.identity.SubjectId;
import io.retrace.shared.ForModules;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** All that the ledger knows of one person, for the copy they take home. Ask within one transaction to get one moment. */
@ForModules
public interface LedgerExport {

    Overview overview(SubjectId subject);

    /** Companies that received something, most photos first. */
    List<CompanyHolding> companies(SubjectId subject);

    /** How many photos were uploaded in each year of this zone. */
    SortedMap<Integer, Integer> photosByYear(SubjectId subject, ZoneId zone);

    /** Newest first, read from a cursor as they are taken: needs a transaction around it, and to be closed. */
    Stream<ExportedPhoto> photos(SubjectId subject);

    /** The same photos in the same order and the same way, for what needs no single disclosure. */
    Stream<ListedPhoto> list(SubjectId subject);

    /** The picture that is kept of a photo (JPEG), or empty if it is gone. */
    Optional<byte[]> picture(PhotoId photo);
}
