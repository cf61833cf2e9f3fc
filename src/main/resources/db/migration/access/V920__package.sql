-- Packages: a person’s copy as one file. The file lies sealed outside the database; its key lies here, sealed under
-- retrace.secret-key. Expiry destroys both; the row stays, so that the person can read what there was.
create table access_package (
    id          uuid primary key,
    subject_id  uuid        not null,
    request_id  uuid        not null,
    language    text,                       -- chosen with “make again”; null: the account’s when it is made
    ordered_at  timestamptz not null,
    begun_at    timestamptz,                -- what was read for it is not older than this
    made_at     timestamptz,
    expires_at  timestamptz,
    expired_at  timestamptz,                -- also when it came to nothing because the account was gone
    bytes       bigint,
    photos      int,
    disclosures int,
    companies   int,                        -- asked by the request
    answered    int,                        -- of these, how many had answered when it was made
    manifest    bytea check (octet_length(manifest) = 32), -- SHA-256 of its manifest.json
    file        text,
    sealed_key  bytea,
    check ((made_at is null) = (expires_at is null) and (made_at is null) = (bytes is null)),
    check (made_at is null or expired_at is not null or (file is not null and sealed_key is not null)),
    check (expired_at is null or (file is null and sealed_key is null))
);
create index access_package_by_request on access_package (request_id, ordered_at desc);
create index access_package_by_subject on access_package (subject_id, ordered_at desc);
-- one at a time per request: whoever asks again while one waits gets that one
create unique index access_package_waiting on access_package (request_id) where begun_at is null and expired_at is null;

-- Every download, for its person to see. The device is a word of ours, never what the browser sent; no address.
create table access_download (
    id         uuid primary key,
    package_id uuid        not null references access_package,
    started_at timestamptz not null,
    device     text        not null check (device in ('PHONE', 'TABLET', 'COMPUTER', 'OTHER'))
);
create index access_download_of on access_download (package_id, started_at desc);
