-- Commands of companies under an Idempotency-Key, with the answer they got: repeated, they get it again. The key is kept as its
-- digest, because a company may write anything into it. Times are the database’s: they are leases.
create table repeatable_command (
    partner_no    smallint    not null,
    key_sha256    bytea       not null check (octet_length(key_sha256) = 32),
    asked_sha256  bytea       not null check (octet_length(asked_sha256) = 32), -- method, address and body
    obligation_id uuid,
    claimed_at    timestamptz not null default now(),
    status        smallint,                                                      -- null while it is at work
    media_type    text,
    location      text,
    body          bytea,
    primary key (partner_no, key_sha256)
);
create index repeatable_command_by_time on repeatable_command (claimed_at);
create index repeatable_command_of on repeatable_command (obligation_id) where obligation_id is not null;
-- no samples of what was answered: they outlive the rows
alter table repeatable_command alter column body set statistics 0;
