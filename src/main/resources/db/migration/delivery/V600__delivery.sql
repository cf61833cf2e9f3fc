-- One row per question and round. It is open until it has an end; an open one has an execution in scheduled_tasks.
create table delivery (
    obligation_id     uuid        not null,
    round             int         not null check (round >= 0),
    partner_no        smallint    not null,
    message_id        text        not null unique, -- random: the same on every attempt, and says nothing
    channel           text        not null check (channel in ('WEBHOOK', 'PAGE')),
    fallback          boolean     not null default false, -- the company’s own channel did not work out
    written_at        timestamptz not null,
    next_attempt_at   timestamptz,
    for_support_since timestamptz, -- its own channel failed for good: a human should look
    ended_at          timestamptz,
    ending            text check (ending in ('REACHED', 'MOOT', 'SUPERSEDED')),
    primary key (obligation_id, round),
    check ((ended_at is null) = (ending is null)),
    check ((ended_at is null) = (next_attempt_at is not null))
);

-- Written before we send and completed after: one without an outcome was cut off, and the company may have it.
create table delivery_attempt (
    obligation_id uuid        not null,
    round         int         not null,
    no            int         not null check (no >= 1),
    channel       text        not null,
    started_at    timestamptz not null,
    completed_at  timestamptz,
    outcome       text,
    status        smallint, -- HTTP status or SMTP reply code
    primary key (obligation_id, round, no),
    foreign key (obligation_id, round) references delivery
);

-- An address that answered 410. By address, so that a new one is used at once.
create table endpoint_gone (
    partner_no smallint    not null,
    url        text        not null,
    since      timestamptz not null,
    primary key (partner_no, url)
);
