package io.retrace.obligations;

import io.retrace.obligations.World.Member;
import java.sql.Timestamp;

/** The job that issues receipts for a company’s answer. */
final class ReceiptJob {

    private ReceiptJob() {}

    /** It comes once more, as after a crash. */
    static void again(World world, Member member, ObligationId obligation) {
        world.db()
                .sql("""
                        insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                        select 'issue-receipt', gen_random_uuid()::text,
                               convert_to(jsonb_build_object('request', request_id, 'subject', subject_id,
                                                             'obligation', id)::text, 'UTF8'), :now, false, 1
                          from obligation where id = :obligation and subject_id = :subject""")
                .param("now", Timestamp.from(world.now()))
                .param("obligation", obligation.value())
                .param("subject", member.subject().value())
                .update();
        world.runDue();
    }
}
