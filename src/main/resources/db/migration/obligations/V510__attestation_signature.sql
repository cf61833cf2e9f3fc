-- Who vouches for an attestation: the company by its own key, or the portal for the responder who was signed in.
create table attestation_signature (
    obligation_id uuid  not null,
    version       int   not null,
    signer        text  not null check (signer in ('company', 'portal')),
    scheme        text  not null check (scheme in ('jws', 'standard-webhooks', 'countersignature')),
    public_key    bytea not null check (octet_length(public_key) = 32),
    signed        bytea not null, -- exactly the bytes under the signature
    signature     bytea not null check (octet_length(signature) = 64),
    primary key (obligation_id, version),
    foreign key (obligation_id, version) references attestation
);
create function attestation_signatures_never_change() returns trigger language plpgsql as
$$ begin raise exception 'a signature never changes'; end $$;
create trigger attestation_signature_is_immutable before update or delete on attestation_signature
    for each statement execute function attestation_signatures_never_change();

-- What the portal countersigns with; the newest signs.
create table countersigning_key (
    no          smallint generated always as identity primary key,
    public_key  bytea       not null unique check (octet_length(public_key) = 32),
    private_key bytea       not null, -- PKCS #8, AES-256-GCM under retrace.secret-key
    created_at  timestamptz not null
);
