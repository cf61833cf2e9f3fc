-- What a company signs its answers with, where it has a key of its own.
create table partner_signing_key (
    partner_no smallint primary key references partner,
    public_key bytea not null check (octet_length(public_key) = 32) -- Ed25519 (RFC 8032)
);
