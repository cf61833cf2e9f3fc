-- The registry: small, cached, and named by two-byte numbers in ledger rows.
create table partner (
    no            smallint primary key generated always as identity,
    slug          text     not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,47}$'),
    name          text     not null,
    legal_name    text     not null,
    country       char(2)  not null,
    role          text     not null check (role in ('PROCESSOR', 'CONTROLLER')),
    contact       text     not null,
    channel       text     not null check (channel in ('WEBHOOK', 'PAGE')),
    answer_within_seconds bigint not null check (answer_within_seconds > 0),
    registered_at timestamptz not null,
    changed_at    timestamptz not null
);
create table purpose (
    no            smallint primary key generated always as identity,
    code          text     not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,47}$'),
    trains_models boolean  not null,
    facial        boolean  not null,
    iri           text     not null
);
create table webhook_endpoint (
    partner_no  smallint primary key references partner,
    url         text  not null,
    public_key  bytea not null, -- Ed25519, 32 bytes (RFC 8032)
    private_key bytea not null, -- PKCS #8, AES-256-GCM under retrace.secret-key
    secret      bytea           -- likewise
);

-- One row, counted up by every change: its lock puts changes in order, its number tells another node that its copy is old.
create table registry_version (
    only_row boolean primary key default true check (only_row),
    version  bigint not null
);
insert into registry_version (version) values (0);
