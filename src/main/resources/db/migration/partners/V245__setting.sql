-- The language of mails that a company chose; none: ours.
alter table partner add column language text check (language in ('en', 'de'));

-- What a company’s admin changed. Values are sealed (AES-256-GCM under retrace.secret-key): an address may carry a secret.
create table setting_change (
    no             bigint      generated always as identity unique, -- the order of changes, which is that of the registry’s lock
    id             uuid        primary key,
    partner_no     smallint    not null references partner,
    setting        text        not null check (setting in ('ENDPOINT', 'SIGNING_KEY', 'CONTACT', 'LANGUAGE')),
    old_value      bytea,
    new_value      bytea,
    changed_by     text        not null, -- Keycloak’s id
    changed_at     timestamptz not null,
    undoable_until timestamptz not null,
    undone_at      timestamptz,
    undone_by      text,       -- null: by a link in a mail
    forgotten_at   timestamptz, -- the values went when nothing could be undone any more
    check (undone_by is null or undone_at is not null),
    check (forgotten_at is null or old_value is null and new_value is null)
);
create index setting_change_partner on setting_change (partner_no, no desc);

-- Mails about it, one for every address that is told. The link is made when its mail is written; only a digest is kept.
create table setting_mail (
    id        uuid     primary key,
    change_id uuid     not null references setting_change,
    address   bytea, -- sealed; kept until the mail has ended
    kind      text     not null check (kind in ('UNDOABLE', 'TOLD', 'UNDONE')),
    attempts  int      not null default 0,
    ended_at  timestamptz,
    ending    text check (ending in ('SENT', 'REFUSED', 'GAVE_UP')),
    check ((ended_at is null) = (ending is null)),
    check ((ended_at is null) = (address is not null))
);
create table setting_link (
    secret_hash bytea       primary key check (octet_length(secret_hash) = 32),
    change_id   uuid        not null references setting_change,
    made_at     timestamptz not null
);
