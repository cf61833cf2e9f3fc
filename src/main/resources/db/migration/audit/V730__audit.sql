-- Bundles that auditors took. A redacted one needs no reason; an unredacted one needs it in writing.
create table audit_export (
    id         uuid primary key,
    request_id uuid        not null,
    redacted   boolean     not null,
    reason     text check (length(reason) <= 2000),
    actor_id   text        not null,
    taken_at   timestamptz not null,
    check (not redacted or reason is null)
);
create index audit_export_of_request on audit_export (request_id, taken_at desc);

-- Auditors look for leaves by time; checkpoints tell where in the log to look.
create index evidence_checkpoint_by_time on evidence_checkpoint (signed_at, size);

-- The register of what companies kept.
create index attestation_kept on attestation (received_at desc, obligation_id desc, version desc)
    where outcome = 'KEPT_SOME';
