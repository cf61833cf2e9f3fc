-- A person’s way out: ordered, may be taken back until erase_at, then begun and worked off step by step. What stays of a
-- person is this row: an id that leads to nobody, and instants (GDPR Art. 5(2)). ADR 0013.
create table erasing (
    id              uuid primary key,
    subject_id      uuid        not null,
    ordered_by      text        not null check (ordered_by in ('MEMBER', 'PLATFORM', 'JOURNAL')),
    ordered_at      timestamptz not null,
    erase_at        timestamptz not null check (erase_at >= ordered_at),
    kept_at         timestamptz, -- the person changed their mind
    begun_at        timestamptz, -- from here on there is no way back
    account_gone_at timestamptz,
    done_at         timestamptz, -- no company owes anything any more, and nothing is left here
    support_since   timestamptz, -- it fails again and again: a human should look
    check (kept_at is null or begun_at is null),
    check (account_gone_at is null or begun_at is not null),
    check (done_at is null or account_gone_at is not null)
);
create unique index erasing_of_subject on erasing (subject_id) where kept_at is null;
create index erasing_for_support on erasing (support_since) where support_since is not null and done_at is null;

-- Progress: which step was done, or failed with which fault (its class; the words of a fault may quote a row).
create table erasing_step (
    no         bigint primary key generated always as identity,
    erasing_id uuid        not null references erasing,
    step       text        not null,
    at         timestamptz not null,
    outcome    text        not null check (outcome in ('DONE', 'AGAIN', 'FAILED')),
    fault      text        check ((fault is null) = (outcome <> 'FAILED'))
);
create index erasing_step_of on erasing_step (erasing_id, no);
create function erasing_steps_stay() returns trigger language plpgsql as
$$ begin raise exception 'the progress of an erasing only grows'; end $$;
create trigger erasing_step_stays before update or delete or truncate on erasing_step
    for each statement execute function erasing_steps_stay();

-- Who was erased must not come back with the next feed. HMAC-SHA256 of the platform’s reference under retrace.secret-key:
-- it recognises the reference when it is presented and cannot be turned back into it.
create table erased_member (
    ref_mac   bytea primary key check (octet_length(ref_mac) = 32),
    erased_at timestamptz not null
);

-- From when on the person is being erased: nothing more is recorded of them.
alter table subject add column leaving_since timestamptz;

-- How far the erasure journal (a file outside this database) has been written or applied here: a restored database is
-- behind it. Its row lock puts writers of all nodes in order.
create table journal_position (
    only_row boolean primary key default true check (only_row),
    no       bigint  not null check (no >= 0),
    mac      bytea   check ((mac is null) = (no = 0))
);
insert into journal_position (no) values (0);

-- PostgreSQL’s statistics keep samples of what a column holds, and keep them longer than the rows.
alter table subject alter column member_ref set statistics 0;
