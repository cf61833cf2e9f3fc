package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.World.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Items are planned by the set: what it takes does not grow with the photos. */
class ManyItemsModuleTest {

    private final World world = World.shared();

    @Test
    void five_hundred_photos_at_forty_companies_are_planned_taken_back_and_given_back() {
        var ada = world.member();
        var companies = new ArrayList<Company>();
        for (int i = 0; i < 40; i++) companies.add(world.company(Duration.ofDays(14)));
        world.photo(ada, companies.getFirst()); // makes the purpose known
        world.db()
                .sql("""
                        with photo as (
                            insert into photo (subject_id, id, platform_ref, event_id, sha256, uploaded_at, batch_no)
                            select ?, gen_random_uuid(), 'bulk-' || gen_random_uuid(), gen_random_uuid(),
                                   sha256(n::text::bytea), now(), 1
                              from generate_series(1, 499) n returning subject_id, id)
                        insert into disclosure (subject_id, photo_id, partner_no, purpose_no, legal_basis, disclosed_at,
                                                event_id, batch_no)
                        select p.subject_id, p.id, c.no, (select min(no) from purpose), 1, now() - interval '400 days',
                               gen_random_uuid(), 1
                          from photo p cross join unnest(?) as c (no)
                        """)
                .param(ada.subject().value())
                .param(companies.stream()
                        .map(company -> (short) company.id().value())
                        .toArray(Short[]::new))
                .update();
        var statistics = world.bean(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        var loaded = statistics.getEntityLoadCount() + statistics.getEntityInsertCount();
        var request = world.ask(ada);
        assertThat(request.photos()).isEqualTo(500);
        assertThat(request.companies()).isEqualTo(40);
        assertThat(count("obligation_item", ada)).isEqualTo(499 * 40 + 1);
        assertThat(count("take_back", ada)).isEqualTo(499 * 40 + 1);
        // 40 obligations, the request and its first transition: never an item
        assertThat(statistics.getEntityLoadCount() + statistics.getEntityInsertCount() - loaded)
                .isEqualTo(42);
        var pages = new AtomicInteger();
        world.until(request.undoUntil());
        var some = companies.get(1);
        var id = world.obligation(request.id(), some);
        var seen = new ArrayList<ItemRef>();
        String after = null;
        do {
            var from = after;
            var slice = world.as(some, () -> world.desk().items(id, from, 100));
            slice.items().forEach(item -> seen.add(item.ref()));
            after = slice.next();
            pages.incrementAndGet();
        } while (after != null);
        assertThat(seen).hasSize(499).doesNotHaveDuplicates();
        assertThat(pages).hasValue(5);
    }

    private int count(String table, World.Member member) {
        return world.db()
                .sql("select count(*) from " + table + " where subject_id = ?")
                .param(member.subject().value())
                .query(Integer.class)
                .single();
    }
}
