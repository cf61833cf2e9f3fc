-- Whom a company passed items on to: each a child of what that company owes. No status: the word is computed (ADR 0006).
create table onward_obligation (
    id            uuid        primary key,
    obligation_id uuid        not null references obligation, -- of the company that named it
    recipient     text,                                       -- as that company wrote it, and so the next three; null once forgotten
    recipient_key text,
    domain        text,
    purpose       text,
    named_at      timestamptz not null,
    told_on       date,
    answered_on   date,
    outcome       text check (outcome in ('ERASED', 'NEVER_HELD', 'KEPT', 'INFEASIBLE')),
    silent_after  timestamptz not null,
    silent_told   boolean     not null default false,
    to_route      boolean     not null,                       -- we have yet to look whether we can ask it ourselves
    asked_id      uuid references obligation,                 -- what we ask it ourselves: its own answer counts
    unique (obligation_id, recipient_key),
    check (answered_on is null or told_on is not null),
    check (outcome is null or answered_on is not null)
);
create index onward_obligation_asked on onward_obligation (asked_id) where asked_id is not null;
create index onward_obligation_silent on onward_obligation (silent_after) where asked_id is null and outcome is null;
alter table onward_obligation alter column recipient set statistics 0;
alter table onward_obligation alter column recipient_key set statistics 0;
alter table onward_obligation alter column domain set statistics 0;
alter table onward_obligation alter column purpose set statistics 0;

-- What companies reported about them. Immutable: whoever says something else says why, in a further row.
create table onward_report (
    obligation_id uuid        not null references obligation,
    version       int         not null check (version > 0),
    onward_id     uuid        not null references onward_obligation,
    received_at   timestamptz not null,
    actor_id      text        not null,
    body          text,                  -- canonical JSON (RFC 8785)
    sha256        bytea       not null check (octet_length(sha256) = 32),
    signer        text        not null check (signer in ('company', 'portal')),
    scheme        text        not null check (scheme in ('jws', 'standard-webhooks', 'countersignature')),
    public_key    bytea       not null check (octet_length(public_key) = 32),
    signed        bytea,                 -- exactly the bytes under the signature
    signed_sha256 bytea       not null check (octet_length(signed_sha256) = 32),
    signature     bytea       not null check (octet_length(signature) = 64),
    primary key (obligation_id, version),
    check (signed is null or sha256(signed) = signed_sha256)
);
alter table onward_report alter column body set statistics 0;
alter table onward_report alter column signed set statistics 0;

-- One door, as in copy_answer (V530): the words of a company may go for a person who is being erased, their digest stays.
create function onward_reports_never_change() returns trigger language plpgsql as
$$ begin raise exception 'a report never changes; a further one amends it'; end $$;
create trigger onward_report_is_kept before delete or truncate on onward_report
    for each statement execute function onward_reports_never_change();
create trigger onward_report_is_immutable before update on onward_report for each row
    when (to_jsonb(old) - 'body' - 'signed' <> to_jsonb(new) - 'body' - 'signed'
          or new.body is not null or new.signed is not null or not copy_answer_of_erased(old.obligation_id))
    execute function onward_reports_never_change();

-- What a company is asked because another named it, beside what the ledger says of it.
alter table obligation add column onward boolean not null default false;
alter table obligation drop constraint obligation_request_id_partner_no_key;
create unique index obligation_of_request on obligation (request_id, partner_no) where not onward;
create index obligation_onward_of_request on obligation (request_id, partner_no) where onward;
