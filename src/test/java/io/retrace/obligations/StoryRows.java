package io.retrace.obligations;

/** What a {@link Story} looks up in the database. */
record StoryRows(World world) {

    int leaves() {
        return world.db()
                .sql("select count(*) from evidence_leaf")
                .query(Integer.class)
                .single();
    }

    boolean asksForCopy(ObligationId id) {
        return world.db()
                .sql("select kind = 'ACCESS' from obligation where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    boolean released(ObligationId id) {
        return world.db()
                .sql("select released_at is not null from obligation where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }
}
