-- Links that were mailed to companies without an account (ADR 0018). What grants access is not here: a digest of it is.
create table answer_link (
    id            uuid        primary key,
    secret_hash   bytea       not null unique check (octet_length(secret_hash) = 32),
    obligation_id uuid        not null,
    partner_no    smallint    not null,
    contact       bytea       not null check (octet_length(contact) = 32), -- a MAC of the address it was sent to
    settled       boolean     not null, -- made to read or amend an answer that stands
    made_at       timestamptz not null
);
create index answer_link_obligation on answer_link (obligation_id);

-- Mails that somebody asked for on a link’s page: a code, or a new link. The code is made when its mail is written, so that
-- it never lies in the queue, and only its MAC is kept.
create table link_mail (
    id         uuid        primary key,
    link_id    uuid        not null references answer_link,
    partner_no smallint    not null,
    kind       text        not null check (kind in ('CODE', 'LINK')),
    asked_at   timestamptz not null default now(),
    attempts   int         not null default 0,
    ended_at   timestamptz,
    ending     text check (ending in ('SENT', 'REFUSED', 'GAVE_UP', 'MOOT')),
    code_mac   bytea check (octet_length(code_mac) = 32),
    code_until timestamptz,
    tries      int         not null default 0,
    used_at    timestamptz,
    check ((ended_at is null) = (ending is null)),
    check ((code_mac is null) = (code_until is null))
);
create index link_mail_link on link_mail (link_id, asked_at desc);
create index link_mail_partner on link_mail (partner_no, asked_at desc);
