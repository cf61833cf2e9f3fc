-- Files that companies sent for a copy. The bytes lie encrypted outside the database, under a key that lies sealed here:
-- without this row they are noise.
create table company_file (
    id            uuid primary key,             -- also names what is stored
    obligation_id uuid        not null references obligation,
    request_id    uuid        not null,
    subject_id    uuid        not null,
    partner_no    smallint    not null,
    given_id      uuid        not null,         -- the company’s own; unique only together with the obligation
    name          text        not null,
    media_type    text        not null,
    bytes         bigint      not null check (bytes > 0),
    sha256        bytea       not null check (octet_length(sha256) = 32),
    received_at   timestamptz not null,
    sealed_key    bytea       not null,
    unique (obligation_id, given_id)
);
create unique index company_file_by_name on company_file (obligation_id, lower(name));
create index company_file_of_request on company_file (request_id);
create index company_file_of_subject on company_file (subject_id);
