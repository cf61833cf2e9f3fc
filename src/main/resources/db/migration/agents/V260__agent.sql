-- Authorised agents (Data Rights Protocol 1.0): businesses that ask on behalf of people, as staff registered them.
create table agent (
    id            text        primary key check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
    name          text        not null,
    verify_key    bytea       not null check (octet_length(verify_key) = 32),
    endpoint      text        not null, -- status callbacks go to this host and to no other
    active        boolean     not null,
    token_hash    bytea       unique check (octet_length(token_hash) = 32), -- SHA-256 of 256 random bits
    paired_at     timestamptz,
    registered_at timestamptz not null,
    changed_at    timestamptz not null,
    check ((token_hash is null) = (paired_at is null))
);

-- Messages taken, until they expire by themselves: none counts twice.
create table agent_message (
    agent_id   text        not null references agent,
    digest     bytea       not null check (octet_length(digest) = 32),
    expires_at timestamptz not null,
    primary key (agent_id, digest)
);
create index agent_message_by_age on agent_message (expires_at);

-- What an agent filed. It becomes a request only when the person, signed in with us, says so: until then nobody knows
-- whether there is such a person, and the claimed address is kept, sealed, only until it was looked for.
create table agent_filing (
    id               uuid        primary key,
    agent_id         text        not null references agent,
    agent_request_id text,
    content          bytea       not null, -- MAC over what was asked for whom: tells a repetition from another request
    exercise         text        not null,
    state            text        not null check (state in
        ('AWAITING', 'CONFIRMED', 'NOTHING', 'DECLINED', 'UNVERIFIED', 'REVOKED', 'NOT_COVERED')),
    filed_at         timestamptz not null,
    lapses_at        timestamptz not null check (lapses_at >= filed_at),
    address          bytea,
    sought_at        timestamptz,
    subject_id       uuid,
    request_id       uuid,
    merged           boolean     not null default false, -- the request was there before, and is not the agent’s to revoke
    ended_at         timestamptz,
    callback         text,
    tries            int         not null default 0,
    unique (agent_id, agent_request_id),
    check ((request_id is not null) or state <> 'CONFIRMED'),
    check (address is null or (state = 'AWAITING' and sought_at is null))
);
create index agent_filing_of_subject on agent_filing (subject_id) where subject_id is not null;
create index agent_filing_of_request on agent_filing (request_id) where request_id is not null;
create index agent_filing_by_age on agent_filing (lapses_at);

-- How often somebody came within a minute, by a MAC of who it was; lost in a crash, it is no loss.
create unlogged table agent_visit (
    minute timestamptz not null,
    kind   text        not null check (kind in ('CALL', 'FILING')),
    who    bytea       not null check (octet_length(who) = 16),
    visits int         not null,
    primary key (minute, kind, who)
);

-- No samples of claims in PostgreSQL’s statistics: they outlive the rows.
alter table agent_filing alter column address set statistics 0;
alter table agent_filing alter column agent_request_id set statistics 0;
