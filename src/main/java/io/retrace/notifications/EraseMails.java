package io.retrace.notifications;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets which mails a person got; what waits is not sent. A mail that is being sent right now finds that it is gone. */
@Component
class EraseMails implements PersonalDataStep {

    private final JdbcClient jdbc;

    EraseMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void erase(SubjectId subject) {
        jdbc.sql("""
                        delete from scheduled_tasks where task_name = ? and not picked
                           and task_instance in (select id::text from mail where subject_id = ?)""").param(MailTasks.MAIL.getTaskName()).param(subject.value()).update();
        jdbc.sql("delete from mail where subject_id = ?").param(subject.value()).update();
    }
}
