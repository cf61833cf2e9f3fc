-- Who vouches for an answer about a copy, as attestation_signature has it for answers about deletion.
create table copy_answer_signature (
    obligation_id uuid  not null,
    version       int   not null,
    signer        text  not null check (signer in ('company', 'portal')),
    scheme        text  not null check (scheme in ('jws', 'standard-webhooks', 'countersignature')),
    public_key    bytea not null check (octet_length(public_key) = 32),
    signed        bytea, -- exactly the bytes under the signature; they may name a file by the SHA-256 of a photo
    signed_sha256 bytea not null check (octet_length(signed_sha256) = 32),
    signature     bytea not null check (octet_length(signature) = 64),
    primary key (obligation_id, version),
    foreign key (obligation_id, version) references copy_answer,
    check (signed is null or sha256(signed) = signed_sha256)
);
-- no samples of them in PostgreSQL’s statistics: they outlive the rows
alter table copy_answer_signature alter column signed set statistics 0;

-- The same one door as in copy_answer (V530): the bytes may go for a person who is being erased, their digest stays.
create trigger copy_answer_signature_is_kept before delete or truncate on copy_answer_signature
    for each statement execute function attestation_signatures_never_change();
create trigger copy_answer_signature_is_immutable before update on copy_answer_signature for each row
    when (to_jsonb(old) - 'signed' <> to_jsonb(new) - 'signed' or new.signed is not null
          or not copy_answer_of_erased(old.obligation_id))
    execute function attestation_signatures_never_change();
