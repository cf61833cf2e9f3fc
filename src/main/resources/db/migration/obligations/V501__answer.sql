-- What companies attested. Immutable: an amendment is a further row.
create table attestation (
    obligation_id uuid        not null references obligation,
    version       int         not null check (version > 0),
    answer_id     text        not null,
    received_at   timestamptz not null,
    actor_id      text        not null,
    outcome       text        not null,
    erased_items  int         not null,
    kept_items    int         not null,
    body          text        not null, -- canonical JSON (RFC 8785)
    sha256        bytea       not null check (octet_length(sha256) = 32),
    primary key (obligation_id, version),
    unique (obligation_id, answer_id)
);
create function attestations_never_change() returns trigger language plpgsql as
$$ begin raise exception 'an attestation never changes; a further one amends it'; end $$;
create trigger attestation_is_immutable before update or delete on attestation
    for each statement execute function attestations_never_change();

-- Every answer that came in, with its verdict, also when it was refused (T8). Kept for a while, then forgotten.
create table inbound_answer (
    id            uuid primary key,
    received_at   timestamptz not null,
    obligation_id uuid,
    partner_no    smallint,
    actor_id      text,
    verdict       text        not null check (verdict in
        ('ACCEPTED', 'REPLAYED', 'CONFLICT', 'INVALID', 'FORGED', 'NOT_YOURS')),
    detail        text,
    bytes         int         not null,
    sha256        bytea,
    raw           bytea                 -- its first 64 kB
);
create index inbound_answer_by_time on inbound_answer (received_at);
create index inbound_answer_of on inbound_answer (obligation_id, received_at);
create index inbound_answer_forged on inbound_answer (received_at) where verdict = 'FORGED';
