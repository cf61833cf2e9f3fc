package io.retrace.erasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.identity.MyAccount;
import io.retrace.obligations.Forms;
import io.retrace.testing.StatementCount;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forgetting somebody with 10 000 photos and 100 000 disclosures takes no more statements than a thousand at a time need. */
class ManyPhotosModuleTest {

    private static final int PHOTOS = 10_000;
    /** What each further thousand photos costs: read, bury, forget their previews. */
    private static final int A_THOUSAND = 3;
    /** Looks at the queue, retries and clock ticks of the test itself. */
    private static final int NOISE = 30;

    private final World world = new World();
    private final Portal portal = world.start(StatementCount.class);

    @AfterEach
    void end() {
        portal.close();
        world.close();
    }

    @Test
    @UseCase("UC-013/16")
    void a_person_with_many_photos_is_forgotten_in_sets() {
        people().register();
        int few = statements("m-few", 0);
        int many = statements("m-many", PHOTOS);

        assertThat(many).isLessThanOrEqualTo(few + PHOTOS / 1000 * A_THOUSAND + NOISE);
        for (var table : new String[] {"photo", "disclosure", "obligation_item", "take_back"})
            assertThat(count(table)).as(table).isZero();
        assertThat(count("erased_photo")).isEqualTo(PHOTOS + 2);
    }

    /** Statements from the end of the undo window until the person is forgotten. */
    private int statements(String member, int more) {
        world.keycloak.account(member, "Someone", member + "@member.example");
        people().feed(member, 1);
        grow(member, more);
        var request = people().ask(member);
        portal.pass(Duration.ofHours(25));
        for (var company : TwoPeople.COMPANIES)
            people().answer(request, company, Forms.erased("answer-" + company, today(), null));
        portal.pass(Duration.ofMinutes(1));
        people().as(member, () -> portal.bean(MyAccount.class).close());
        portal.pass(Duration.ofHours(23));
        return portal.bean(StatementCount.class).of(() -> {
            portal.pass(Duration.ofHours(2));
            return member;
        });
    }

    private void grow(String member, int photos) {
        portal.db().sql("""
                        insert into photo (subject_id, id, platform_ref, event_id, sha256, uploaded_at, batch_no)
                        select s.id, gen_random_uuid(), s.member_ref || '-' || n, gen_random_uuid(),
                               sha256(convert_to(n::text, 'UTF8')), now(), 1
                          from subject s, generate_series(10, 9 + :photos) n where s.member_ref = :member""").param("photos", photos).param("member", member).update();
        portal.db().sql("""
                        insert into disclosure (subject_id, photo_id, event_id, disclosed_at, batch_no, partner_no, purpose_no, legal_basis)
                        select p.subject_id, p.id, gen_random_uuid(), now(), 1,
                               (select min(no) from partner) + n % 2, (select min(no) from purpose), 1
                          from photo p join subject s on s.id = p.subject_id, generate_series(1, 10) n
                         where s.member_ref = :member""").param("member", member).update();
    }

    private int count(String table) {
        return portal.db()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private TwoPeople people() {
        return new TwoPeople(portal, world.clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC);
    }
}
