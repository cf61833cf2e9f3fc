-- What one company owes on one request. No status: the word is computed from these instants (ADR 0006).
create table obligation (
    id                    uuid primary key,
    version               int         not null,
    reference             text        not null unique,
    -- deferred: obligations are planned first, because a plan decides whether there is a request at all
    request_id            uuid        not null references request deferrable initially deferred,
    subject_id            uuid        not null,
    partner_no            smallint    not null,
    items                 int         not null check (items > 0),
    first_disclosed_at    timestamptz not null,
    legal_due             date        not null,
    due                   date        not null,
    answer_within_seconds bigint      not null check (answer_within_seconds > 0),
    planned_at            timestamptz not null,
    cancelled_at          timestamptz,
    released_at           timestamptz,
    asked_at              timestamptz,
    last_asked_at         timestamptz,
    times_asked           int         not null,
    round                 int         not null,
    acknowledged_at       timestamptz,
    expected_by           date,
    silent_after          timestamptz,
    answered_at           timestamptz,
    outcome               text check (outcome in ('CONFIRMED_DELETED', 'HAD_NOTHING', 'KEPT_SOME')),
    untouched             boolean     not null,
    answers               int         not null,
    kept_until            date,
    follow_up_at          timestamptz,
    stage                 text        not null check (stage in
        ('PLANNED', 'FIRST_REMINDER', 'SECOND_REMINDER', 'SILENCE', 'WEEKLY', 'FOLLOW_UP', 'FOLLOW_UP_DUE', 'SETTLED')),
    chase_no              int         not null,
    next_action           text check (next_action in ('RELEASE', 'ASK', 'REMIND', 'ESCALATE', 'FOLLOW_UP')),
    next_action_at        timestamptz,
    owner                 text check (owner in ('PERSON', 'SYSTEM', 'COMPANY', 'SUPPORT')),
    unique (request_id, partner_no),
    check ((answered_at is null) = (outcome is null)),
    check (asked_at is null or released_at is not null),
    check (cancelled_at is null or released_at is null),
    -- nothing waits for ever (T3)
    check ((next_action is null) = (next_action_at is null) and (next_action is null) = (owner is null)),
    check (next_action is not null or answered_at is not null or cancelled_at is not null)
);
create index obligation_by_subject on obligation (subject_id, partner_no);
create index obligation_inbox on obligation (partner_no, due, id)
    where released_at is not null and (answered_at is null or follow_up_at is not null);
create index obligation_answered on obligation (partner_no, answered_at desc, id desc) where answered_at is not null;

-- Its items: one per photo, by a random reference that no other company shares (T5). Rows come by the ten thousand.
create table obligation_item (
    obligation_id uuid        not null,
    ref           uuid        not null,
    subject_id    uuid        not null,
    photo_id      uuid        not null,
    sha256        bytea       not null,
    disclosed_at  timestamptz not null,
    purposes      smallint[]  not null,
    primary key (obligation_id, ref)
);
create unique index obligation_item_of_photo on obligation_item (subject_id, photo_id, obligation_id);

-- Messages that reached the company, by their stable id: reported again, they change nothing (T7).
create table obligation_message (
    obligation_id uuid        not null references obligation,
    message_id    text        not null,
    reached_at    timestamptz not null,
    primary key (obligation_id, message_id)
);

-- What happened to it, as its person and support read it.
create table obligation_entry (
    id            bigint primary key generated always as identity,
    obligation_id uuid        not null references obligation,
    request_id    uuid        not null,
    at            timestamptz not null,
    actor_kind    text        not null,
    key           text        not null,
    detail        text
);
create index obligation_entry_of_request on obligation_entry (request_id, id);
