package io.retrace.ledger;

import static io.retrace.ledger.FeedLines.bytes;
import static io.retrace.ledger.FeedLines.disclosure;
import static io.retrace.ledger.FeedLines.json;
import static io.retrace.ledger.FeedLines.photo;
import static io.retrace.ledger.FeedLines.with;
import static io.retrace.ledger.RefusedLine.Reason.EVENT_ID_REUSED;
import static io.retrace.ledger.RefusedLine.Reason.REGISTERED_DIFFERENTLY;
import static io.retrace.ledger.RefusedLine.Reason.REGISTERED_TO_ANOTHER_MEMBER;
import static io.retrace.ledger.RefusedLine.Reason.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.retrace.evidence.merkle.MerkleRoot;
import io.retrace.ledger.FeedReport.Stop;
import io.retrace.testing.Callers;
import io.retrace.testing.UseCase;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class FeedModuleTest extends LedgerModule {

    @Autowired
    private Feeds feeds;

    @Test
    @UseCase({"UC-008/1", "UC-009/1"})
    void a_batch_leaves_one_leaf_and_its_root_can_be_built_from_the_tables() {
        leaves.exactlyOne("photos-recorded", () -> ledger.photos(json(photo("batch-1", "m-1"))));
        leaves.exactlyOne(
                "disclosures-recorded",
                () -> ledger.disclosures(disclosure("batch-1", "lumen-vision"), disclosure("batch-1", "nearby-ads")));
        assertThat(rootOfLastBatch()).isEqualTo(storedRootOfLastBatch());
    }

    @Test
    @UseCase("UC-008/2")
    void a_repeated_feed_changes_nothing_and_leaves_no_leaf() {
        var photos = bytes(json(photo("again-1", "m-1")), json(photo("again-2", "m-2")));
        assertThat(ledger.photos(photos).accepted()).isEqualTo(2);
        var lines = bytes(json(disclosure("again-1", "lumen-vision")), json(disclosure("again-2", "lumen-vision")));
        assertThat(ledger.disclosures(lines).accepted()).isEqualTo(2);
        leaves.none(() -> {
            assertThat(ledger.photos(photos)).extracting(FeedReport::duplicates).isEqualTo(2L);
            assertThat(ledger.disclosures(lines))
                    .extracting(FeedReport::duplicates)
                    .isEqualTo(2L);
        });
    }

    @Test
    @UseCase("UC-008/2")
    void one_event_id_says_one_thing_for_ever() {
        ledger.photos(json(photo("once", "m-1")), json(photo("other", "m-1")));
        var line = disclosure("once", "lumen-vision");
        var report = ledger.disclosures(
                line,
                line,
                with(line, "partner", "nearby-ads"),
                with(line, "disclosed_at", "2026-03-02T08:30:00.123457Z"),
                with(line, "photo", "other"),
                with(line, "passed_on_by", "nearby-ads"),
                with(line, "disclosed_at", "2026-03-02T09:30:00.1234561+01:00"));
        assertThat(report.accepted()).isOne();
        assertThat(report.duplicates()).isEqualTo(2);
        assertThat(report.lines())
                .extracting(RefusedLine::line, RefusedLine::reason)
                .containsExactly(
                        tuple(3L, EVENT_ID_REUSED),
                        tuple(4L, EVENT_ID_REUSED),
                        tuple(5L, EVENT_ID_REUSED),
                        tuple(6L, EVENT_ID_REUSED));
    }

    @Test
    void what_was_refused_can_be_said_again_rightly_under_the_same_event_id() {
        ledger.photos(json(photo("right", "m-1")));
        var right = disclosure("right", "lumen-vision");
        var wrong = with(right, "photo", "no-such-photo");
        var report = ledger.disclosures(wrong, wrong, right);
        assertThat(report.accepted()).isOne();
        assertThat(report.lines()).extracting(RefusedLine::reason).containsExactly(UNKNOWN, UNKNOWN);
    }

    @Test
    @UseCase({"UC-008/3", "UC-008/4"})
    void a_photo_belongs_to_one_member_with_one_hash() {
        var first = photo("mine", "m-1");
        ledger.photos(json(first));
        var report = ledger.photos(
                json(photo("mine", "m-2")),
                json(with(photo("mine", "m-1"), "sha256", "00".repeat(32))),
                json(photo("mine", "m-1")),
                json(with(first, "photo", "renamed")),
                json(photo("fine", "m-2")));
        assertThat(report.lines())
                .extracting(RefusedLine::reason)
                .containsExactly(REGISTERED_TO_ANOTHER_MEMBER, REGISTERED_DIFFERENTLY, EVENT_ID_REUSED);
        assertThat(report.duplicates()).isOne();
        assertThat(report.accepted()).isOne();
    }

    @Test
    @UseCase("UC-008/2")
    void the_same_feed_at_the_same_time_is_counted_once() throws Exception {
        var photos = IntStream.range(0, 950)
                .mapToObj(i -> json(photo("race-" + i, "m-" + i % 7)))
                .toArray(String[]::new);
        var lines = new ArrayList<>(IntStream.range(0, 950)
                .mapToObj(i -> json(disclosure("race-" + i, "lumen-vision")))
                .toList());
        var both = List.of(photos.clone(), photos.clone(), photos.clone());
        both.forEach(feed -> Collections.shuffle(Arrays.asList(feed), new Random(Arrays.hashCode(feed))));
        var photoReports = atOnce(
                both.stream().map(feed -> (Feed) () -> ledger.photos(feed)).toList());
        assertThat(photoReports.stream().mapToLong(FeedReport::accepted).sum()).isEqualTo(950);
        assertThat(photoReports.stream().mapToLong(FeedReport::duplicates).sum())
                .isEqualTo(2 * 950);
        var feeds = new ArrayList<Feed>();
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(lines, new Random(i));
            var body = bytes(lines.toArray(String[]::new));
            feeds.add(() -> ledger.disclosures(body));
        }
        var reports = atOnce(feeds);
        assertThat(reports.stream().mapToLong(FeedReport::accepted).sum()).isEqualTo(950);
        assertThat(reports.stream().mapToLong(FeedReport::duplicates).sum()).isEqualTo(2 * 950);
        assertThat(jdbc.sql(
                                "select count(*) from disclosure d join photo p on p.id = d.photo_id and p.platform_ref like 'race-%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(950);
    }

    @Test
    @UseCase({"UC-008/5", "UC-002/7"})
    void a_disclosure_after_a_take_back_is_recorded_and_opens_an_incident() {
        ledger.photos(json(photo("taken", "m-9")), json(photo("kept", "m-9")));
        jdbc.sql("""
                insert into take_back select p.subject_id, p.id, c.no, '2026-03-02T09:00:00Z'
                from photo p, partner c where p.platform_ref = 'taken' and c.slug = 'lumen-vision'""").update();
        var report = ledger.disclosures(
                with(disclosure("taken", "lumen-vision"), "disclosed_at", "2026-03-02T10:00:00Z"),
                with(disclosure("taken", "lumen-vision"), "disclosed_at", "2026-03-01T10:00:00Z"),
                disclosure("taken", "nearby-ads"),
                disclosure("kept", "lumen-vision"));
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.incidents()).isEqualTo(2);
        assertThat(jdbc.sql("select kind from incident order by disclosed_at")
                        .query(String.class)
                        .list())
                .containsExactly("REPORTED_LATE", "AFTER_TAKE_BACK");
    }

    @Test
    @UseCase("UC-008/1")
    void gzip_is_read_and_a_bomb_or_a_broken_one_is_not_believed() {
        ledger.photos(json(photo("zip", "m-1")));
        var good = FeedLines.gzip(bytes(json(disclosure("zip", "lumen-vision"))));
        assertThat(ledger.zippedDisclosures(good).accepted()).isOne();
        assertThat(ledger.zippedDisclosures(good).stopped()).isNull();
        assertThat(ledger.zippedDisclosures(Arrays.copyOf(good, good.length - 9))
                        .stopped())
                .isEqualTo(Stop.CUT_SHORT);
        assertThat(ledger.zippedDisclosures("no gzip at all".getBytes()).stopped())
                .isEqualTo(Stop.BAD_COMPRESSION);
        assertThat(ledger.zippedDisclosures(new byte[0]).stopped()).isEqualTo(Stop.BAD_COMPRESSION);
        assertThat(ledger.zippedDisclosures(FeedLines.gzip(new byte[30 << 20])).stopped())
                .isEqualTo(Stop.BAD_COMPRESSION);
    }

    @Test
    void a_body_over_the_limit_keeps_what_came_before_it() {
        ledger.photos(json(photo("long", "m-1")));
        var body = new byte[41 << 20];
        Arrays.fill(body, (byte) '\n');
        var line = bytes(json(disclosure("long", "lumen-vision")));
        System.arraycopy(line, 0, body, 0, line.length);
        var report = ledger.disclosures(body);
        assertThat(report.stopped()).isEqualTo(Stop.TOO_LARGE);
        assertThat(report.accepted()).isOne();
    }

    @Test
    @UseCase("UC-008/3")
    void a_connection_that_breaks_keeps_whole_lines_and_never_half_a_line() {
        ledger.photos(json(photo("cut", "m-1")));
        var lines = IntStream.range(0, 250)
                .mapToObj(i -> json(disclosure("cut", "lumen-vision")))
                .toArray(String[]::new);
        var body = bytes(lines);
        var report = Callers.asPlatform(() -> feeds.disclosures(new BreakingStream(body, body.length - 20), false));
        assertThat(report.stopped()).isEqualTo(Stop.CUT_SHORT);
        assertThat(report.accepted()).isEqualTo(249);
        assertThat(ledger.disclosures(body))
                .satisfies(again -> assertThat(again.accepted()).isOne())
                .satisfies(again -> assertThat(again.duplicates()).isEqualTo(249));
    }

    @Test
    void nobody_but_the_platform_feeds() {
        assertThatThrownBy(() ->
                        Callers.asMember("m-1", () -> feeds.photos(new ByteArrayInputStream(new byte[0]), false)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(
                        () -> Callers.asSupport(() -> feeds.disclosures(new ByteArrayInputStream(new byte[0]), false)))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** One of several feeds at a time. */
    private interface Feed {
        FeedReport run();
    }

    private static List<FeedReport> atOnce(List<Feed> feeds) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<FeedReport>>();
            for (var feed : feeds) running.add(threads.submit(feed::run));
            var reports = new ArrayList<FeedReport>();
            for (var report : running) reports.add(report.get());
            return reports;
        }
    }

    private byte[] storedRootOfLastBatch() {
        return jdbc.sql("select root from feed_batch order by no desc limit 1")
                .query(byte[].class)
                .single();
    }

    /** As anybody with the tables would do it: rows of the batch by event id, each as documented. */
    private byte[] rootOfLastBatch() {
        var root = new MerkleRoot();
        jdbc.sql("""
                select uuid_send(event_id) || uuid_send(photo_id)
                       || int8send(((extract(epoch from disclosed_at) - 946684800) * 1000000)::bigint)
                       || int2send(partner_no) || int2send(purpose_no) || int2send(legal_basis)
                       || int2send(coalesce(via_partner_no, 0::smallint))
                from disclosure where batch_no = (select max(no) from feed_batch) order by event_id""").query(byte[].class).list().forEach(root::add);
        return root.value();
    }
}
