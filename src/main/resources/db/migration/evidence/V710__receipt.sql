-- What people leave with. A receipt never changes; an amendment issues a further version. It names nobody, and keeps the
-- salt and body of its own leaf, because whoever was handed it must be able to check it after the person is forgotten.
create table receipt (
    id               uuid        primary key,
    request_id       uuid        not null,
    obligation_id    uuid,                     -- null: the receipt of the whole request
    subject_id       uuid,                     -- who finds it in the portal; forgotten with the person
    version          int         not null check (version > 0),
    issued_at        timestamptz not null,
    content_sha256   bytea       not null check (octet_length(content_sha256) = 32),
    statement        text        not null,     -- canonical JSON (RFC 8785)
    statement_sha256 bytea       not null check (octet_length(statement_sha256) = 32),
    salt             bytea       not null check (octet_length(salt) = 32),
    body             text        not null,     -- canonical JSON of the event ReceiptIssued
    leaf_no          bigint      not null,
    proof            text,                     -- C2SP tlog-proof, as soon as the leaf has its position
    secret_sha256    bytea       not null check (octet_length(secret_sha256) = 32),
    sealed_secret    bytea,                    -- so that its person gets the link again; forgotten with the person
    unique nulls not distinct (request_id, obligation_id, version)
);
create index receipt_by_subject on receipt (subject_id, request_id) where subject_id is not null;

create function receipts_never_change() returns trigger language plpgsql as $$
begin
    raise exception 'a receipt never changes: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
-- but for two things: its proof comes once, and who it belongs to may be forgotten
create trigger receipt_stays before update on receipt for each row
    when ((to_jsonb(old) - '{subject_id,sealed_secret,proof}'::text[]) <> (to_jsonb(new) - '{subject_id,sealed_secret,proof}'::text[])
        or (old.proof is not null and new.proof is distinct from old.proof)
        or (new.subject_id is not null and new.subject_id is distinct from old.subject_id)
        or (new.sealed_secret is not null and new.sealed_secret is distinct from old.sealed_secret))
    execute function receipts_never_change();
create trigger receipt_is_kept before delete or truncate on receipt
    for each statement execute function receipts_never_change();

do $$
begin
    if exists (select from pg_roles where rolname = 'retrace_app') then
        revoke all on receipt from retrace_app;
        grant select, insert on receipt to retrace_app;
        grant update (proof, subject_id, sealed_secret) on receipt to retrace_app;
    end if;
end $$;
