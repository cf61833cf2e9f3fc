-- Mails to people: which, when, and what became of it; never an address. One without an end has an execution in
-- scheduled_tasks.
create table mail (
    id              uuid        primary key, -- makes the Message-ID, the same on every attempt
    occasion        text        not null,
    subject_id      uuid        not null,
    request_id      uuid        not null,
    obligation_id   uuid,
    planned_at      timestamptz not null,
    attempts        int         not null default 0,
    last_attempt_at timestamptz,
    smtp_code       smallint,
    ended_at        timestamptz,
    ending          text check (ending in ('SENT', 'REFUSED', 'GAVE_UP', 'NO_ACCOUNT')),
    check ((ended_at is null) = (ending is null))
);
create index mail_by_request on mail (request_id, planned_at);
