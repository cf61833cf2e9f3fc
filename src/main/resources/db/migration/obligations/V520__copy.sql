-- A company may owe a copy (GDPR Art. 15) as well as deletion. What stands here already is deletion. A request is of one
-- kind, so one obligation per request and company is still right.
alter table obligation add column kind text not null default 'ERASURE' check (kind in ('ERASURE', 'ACCESS'));
alter table obligation drop constraint obligation_outcome_check;
alter table obligation add constraint obligation_outcome_check check (
    outcome is null or outcome = any (case kind
        when 'ERASURE' then array ['CONFIRMED_DELETED', 'HAD_NOTHING', 'KEPT_SOME']
        else array ['SENT_ITS_COPY', 'HAD_NOTHING', 'KEPT_SOME_BACK'] end));

-- What companies answered about copies. Immutable: an amendment is a further row.
create table copy_answer (
    obligation_id uuid        not null references obligation,
    version       int         not null check (version > 0),
    answer_id     text        not null,
    received_at   timestamptz not null,
    actor_id      text        not null,
    outcome       text        not null,
    body          text        not null, -- canonical JSON (RFC 8785): names the files and their SHA-256
    sha256        bytea       not null check (octet_length(sha256) = 32),
    primary key (obligation_id, version),
    unique (obligation_id, answer_id)
);
create function copy_answers_never_change() returns trigger language plpgsql as
$$ begin raise exception 'an answer never changes; a further one amends it'; end $$;
create trigger copy_answer_is_immutable before update or delete on copy_answer
    for each statement execute function copy_answers_never_change();
