package io.retrace.ledger;

import static io.retrace.ledger.FeedLines.disclosure;
import static io.retrace.ledger.FeedLines.json;
import static io.retrace.ledger.FeedLines.photo;
import static io.retrace.ledger.FeedLines.with;
import static io.retrace.testing.Callers.asMember;
import static io.retrace.testing.Callers.asPlatform;
import static io.retrace.testing.Callers.asSupport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.retrace.ledger.MyLedger.SelectionSize;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.TimeOrderedId;
import io.retrace.testing.StatementCount;
import io.retrace.testing.UseCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class MemberLedgerModuleTest extends LedgerModule {

    @Autowired
    private MyLedger mine;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Previews previews;

    @Autowired
    private PartnerDirectory directory;

    @Autowired
    private StatementCount statements;

    @Test
    @UseCase({"UC-001/1", "UC-001/2"})
    void the_sentence_counts_what_the_ledger_says_now() {
        assertThat(asMember("fresh", mine::overview)).isEqualTo(new Overview(0, 0, 0, 0));
        ledger.photos(json(photo("s-1", "ann")), json(photo("s-2", "ann")), json(photo("s-3", "ann")));
        assertThat(asMember("ann", mine::overview)).isEqualTo(new Overview(3, 0, 0, 0));
        ledger.disclosures(
                with(disclosure("s-1", "nearby-ads"), "purpose", "advertising"),
                with(disclosure("s-1", "nearby-ads"), "disclosed_at", "2026-03-05T00:00:00Z"),
                with(disclosure("s-2", "lumen-vision"), "passed_on_by", "nearby-ads"));
        assertThat(asMember("ann", mine::overview)).isEqualTo(new Overview(3, 2, 2, 2));
        assertThat(asMember("ann", mine::companies))
                .extracting(holding -> holding.company().slug(), CompanyHolding::photos)
                .containsExactlyInAnyOrder(tuple("nearby-ads", 1), tuple("lumen-vision", 1));
    }

    @Test
    void a_company_that_trains_nothing_is_not_counted_as_training() {
        ledger.photos(json(photo("t-1", "tom")));
        ledger.disclosures(with(disclosure("t-1", "nearby-ads"), "purpose", "advertising"));
        assertThat(asMember("tom", mine::overview)).isEqualTo(new Overview(1, 1, 1, 0));
    }

    @Test
    @UseCase("UC-001/3")
    void a_trail_names_who_when_what_for_on_which_ground_and_through_whom() {
        ledger.photos(json(photo("trail", "bob")));
        ledger.disclosures(
                with(
                        with(disclosure("trail", "lumen-vision"), "passed_on_by", "nearby-ads"),
                        "disclosed_at",
                        "2026-03-09T00:00:00Z"),
                with(disclosure("trail", "nearby-ads"), "legal_basis", "consent"));
        var photo = asMember("bob", () -> mine.photos(null, 10)).items().getFirst();
        var trail = asMember("bob", () -> mine.trail(photo.id()));
        assertThat(trail.photo().companies()).isEqualTo(2);
        assertThat(trail.disclosures())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.to().slug()).isEqualTo("nearby-ads");
                            assertThat(first.basis().code()).isEqualTo("consent");
                            assertThat(first.at()).isEqualTo(Instant.parse("2026-03-02T08:30:00.123456Z"));
                            assertThat(first.via()).isNull();
                            assertThat(first.reportedAt()).isAfter(first.at());
                        },
                        second -> {
                            assertThat(second.purpose().trainsModels()).isTrue();
                            assertThat(second.via()).isEqualTo(first(trail).to());
                        });
    }

    @Test
    @UseCase("UC-001/5")
    void what_is_not_theirs_answers_like_what_does_not_exist() {
        ledger.photos(json(photo("hers", "eve-1")), json(photo("his", "eve-2")));
        var his = asMember("eve-2", () -> mine.photos(null, 10))
                .items()
                .getFirst()
                .id();
        var nobodys = new PhotoId(TimeOrderedId.at(Instant.parse("2026-03-01T10:00:00Z")));
        for (var photo : List.of(his, nobodys)) {
            assertThatThrownBy(() -> asMember("eve-1", () -> mine.trail(photo)))
                    .isInstanceOfSatisfying(
                            NotFound.class, e -> assertThat(e.key()).isEqualTo("error.not-found"));
            assertThatThrownBy(() -> asMember("eve-1", () -> mine.thumbnail(photo)))
                    .isInstanceOf(NotFound.class);
            assertThat(asMember("eve-1", () -> mine.measure(new Selection.Photos(Set.of(photo)))))
                    .isEqualTo(new SelectionSize(0, 0));
            assertThat(statements.of(() -> notFound(photo))).isEqualTo(statements.of(() -> notFound(nobodys)));
        }
        assertThatThrownBy(() -> asPlatform(mine::overview)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void pages_are_newest_first_and_miss_and_repeat_nothing() {
        ledger.photos(IntStream.range(0, 25)
                .mapToObj(
                        i -> json(with(photo("page-" + i, "pia"), "uploaded_at", "2026-01-01T00:00:" + (10 + i) + "Z")))
                .toArray(String[]::new));
        var seen = new ArrayList<PhotoSummary>();
        String after = null;
        do {
            var cursor = after;
            var slice = asMember("pia", () -> mine.photos(cursor, 10));
            seen.addAll(slice.items());
            after = slice.next();
        } while (after != null);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(seen).isSortedAccordingTo((a, b) -> b.uploadedAt().compareTo(a.uploadedAt()));
        for (var bad : List.of("", "zzz", "!!", "AAAA")) {
            assertThatThrownBy(() -> asMember("pia", () -> mine.photos(bad, 10)))
                    .isInstanceOf(RuleViolation.class);
        }
    }

    @Test
    void a_selection_is_measured_over_photos_or_companies() {
        ledger.photos(json(photo("m-1", "max")), json(photo("m-2", "max")), json(photo("m-3", "max")));
        ledger.disclosures(
                disclosure("m-1", "lumen-vision"), disclosure("m-1", "nearby-ads"), disclosure("m-2", "nearby-ads"));
        var nearby = id("nearby-ads");
        assertThat(asMember("max", () -> mine.measure(new Selection.All()))).isEqualTo(new SelectionSize(2, 2));
        assertThat(asMember("max", () -> mine.measure(new Selection.Companies(Set.of(nearby)))))
                .isEqualTo(new SelectionSize(2, 1));
        var at = asMember("max", () -> mine.photosAt(nearby, null, 10)).items();
        assertThat(at).hasSize(2);
        assertThat(asMember(
                                "max",
                                () -> mine.measure(new Selection.Photos(
                                        Set.of(at.getFirst().id()))))
                        .photos())
                .isOne();
    }

    @Test
    void a_page_costs_as_many_statements_for_many_photos_as_for_few() {
        ledger.photos(json(photo("few", "few")));
        ledger.disclosures(disclosure("few", "lumen-vision"));
        ledger.photos(IntStream.range(0, 300)
                .mapToObj(i -> json(photo("many-" + i, "many")))
                .toArray(String[]::new));
        ledger.disclosures(FeedLines.bytes(IntStream.range(0, 300)
                .mapToObj(i -> json(disclosure("many-" + i, i % 2 == 0 ? "lumen-vision" : "nearby-ads")))
                .toArray(String[]::new)));
        assertThat(home("many")).isEqualTo(home("few")).isLessThanOrEqualTo(12);
    }

    @Test
    @UseCase("UC-008/6")
    void a_thumbnail_is_for_its_owner_only() {
        ledger.photos(json(photo("thumb", "tina")), json(photo("other", "otto")));
        var photo = asMember("tina", () -> mine.photos(null, 1)).items().getFirst();
        assertThat(photo.preview()).isFalse();
        assertThat(asMember("tina", () -> mine.thumbnail(photo.id()))).isEmpty();
        leaves.exactlyOne(
                "preview-stored",
                () -> asPlatform(() -> {
                    previews.keep("thumb", Pictures.jpeg(900, 600));
                    return true;
                }));
        assertThat(asMember("tina", () -> mine.thumbnail(photo.id())))
                .get()
                .satisfies(jpeg -> assertThat(Pictures.read(jpeg).getWidth()).isEqualTo(640));
        assertThat(asMember("tina", () -> mine.photos(null, 1))
                        .items()
                        .getFirst()
                        .preview())
                .isTrue();
        assertThatThrownBy(() -> asMember("otto", () -> mine.thumbnail(photo.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void support_reads_open_incidents_oldest_first() {
        ledger.photos(json(photo("inc", "ida")));
        jdbc.sql("""
                insert into take_back select p.subject_id, p.id, c.no, '2026-01-01T00:00:00Z'
                from photo p, partner c where p.platform_ref = 'inc'""").update();
        ledger.disclosures(disclosure("inc", "lumen-vision"));
        ledger.disclosures(disclosure("inc", "nearby-ads"));
        var first = asSupport(() -> incidents.open(null, 1));
        var second = asSupport(() -> incidents.open(first.next(), 200));
        assertThat(first.items()).hasSize(1);
        assertThat(second.items()).isNotEmpty().doesNotContainAnyElementsOf(first.items());
        assertThatThrownBy(() -> asMember("ida", () -> incidents.open(null, 1)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private int home(String member) {
        return statements.of(() -> asMember(member, () -> {
            mine.overview();
            mine.companies();
            return mine.photos(null, 200);
        }));
    }

    private UUID notFound(PhotoId photo) {
        assertThatThrownBy(() -> asMember("eve-1", () -> mine.trail(photo))).isInstanceOf(NotFound.class);
        return photo.value();
    }

    private PartnerId id(String slug) {
        return directory.bySlug(slug).orElseThrow().id();
    }

    private static Disclosed first(PhotoTrail trail) {
        return trail.disclosures().getFirst();
    }
}
