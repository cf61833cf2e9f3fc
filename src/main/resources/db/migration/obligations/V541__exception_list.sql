-- Single items that a company answers differently, as it uploaded them last: at most ten thousand, in one row, not yet declared.
-- An attestation names the digest and makes them part of what is declared.
create table exception_list (
    obligation_id uuid        primary key references obligation,
    sha256        bytea       not null check (octet_length(sha256) = 32), -- over “item,outcome” a line, in the order of items
    received_at   timestamptz not null,
    refs          uuid[]      not null,
    outcomes      text[]      not null
);
alter table exception_list alter column refs set statistics 0;
