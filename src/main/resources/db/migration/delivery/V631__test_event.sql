-- A message that asks nothing, ordered to see whether messages arrive. Cut off before it has an outcome, it is sent again.
create table test_event (
    message_id   text        primary key, -- random: the same if it is sent again
    partner_no   smallint    not null,
    ordered_at   timestamptz not null,
    completed_at timestamptz,
    outcome      text,
    status       smallint, -- HTTP status
    check ((completed_at is null) = (outcome is null))
);
create index test_event_of on test_event (partner_no, ordered_at);
