-- The evidence log (RFC 9162). A change inserts its leaf in its own transaction; the sequencer gives it its position.
create table evidence_leaf (
    no       bigint generated always as identity primary key, -- order of insertion, with gaps; never shown as the position
    entry    bytea  not null check (octet_length(entry) between 1 and 65535),
    position bigint check (position >= 0)                     -- null until the sequencer has seen the leaf committed
);
create unique index evidence_leaf_position on evidence_leaf (position) where position is not null;
create index evidence_leaf_waiting on evidence_leaf (no) where position is null;

-- What opens a leaf’s commitment: salt and committed JSON. Dies with the person; the leaf stays and says nothing more.
-- No foreign key: both rows come from one statement, and checking it would lock every leaf once more.
create table evidence_opening (
    leaf_no    bigint primary key,
    subject_id uuid,                                          -- null: about no single person
    salt       bytea not null check (octet_length(salt) = 32),
    body       bytea not null
);
create index evidence_opening_by_subject on evidence_opening (subject_id, leaf_no) where subject_id is not null;

-- Hash of every complete subtree: the leaves [index · 2^level, (index + 1) · 2^level).
create table evidence_node (
    level smallint not null check (level between 0 and 62),
    index bigint   not null check (index >= 0),
    hash  bytea    not null check (octet_length(hash) = 32),
    primary key (level, index)
);

create table evidence_checkpoint (
    size      bigint primary key check (size > 0),            -- one per size: never two roots for one tree
    root      bytea       not null check (octet_length(root) = 32),
    note      text        not null,                           -- signed note, as it is served
    signed_at timestamptz not null
);

-- Keys we ever signed with. The newest that has a private half signs; a key given by property has none here.
create table evidence_key (
    no           smallint generated always as identity primary key,
    name         text        not null,                        -- of the key and origin of the log
    verifier_key text        not null unique,
    sealed_key   bytea,                                       -- PKCS#8, AES-256-GCM under retrace.secret-key
    created_at   timestamptz not null
);

-- Append-only, whoever asks: what is written stays, except that a leaf gets its position once
-- and that an opening may be deleted.
create function evidence_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'evidence only grows: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger evidence_leaf_changes_once before update on evidence_leaf for each row
    when (not (old.position is null and new.position is not null and old.no = new.no and old.entry = new.entry))
    execute function evidence_refuse();
create trigger evidence_leaf_stays before delete or truncate on evidence_leaf
    for each statement execute function evidence_refuse();
create trigger evidence_opening_is_never_rewritten before update or truncate on evidence_opening
    for each statement execute function evidence_refuse();
create trigger evidence_node_stays before update or delete or truncate on evidence_node
    for each statement execute function evidence_refuse();
create trigger evidence_checkpoint_stays before update or delete or truncate on evidence_checkpoint
    for each statement execute function evidence_refuse();
create trigger evidence_key_stays before update or delete or truncate on evidence_key
    for each statement execute function evidence_refuse();

-- Where the application signs in as a role of its own (retrace_app) and not as the owner, it cannot even try.
do $$
begin
    if exists (select from pg_roles where rolname = 'retrace_app') then
        revoke all on evidence_leaf, evidence_opening, evidence_node, evidence_checkpoint, evidence_key from retrace_app;
        grant select, insert on evidence_leaf, evidence_node, evidence_checkpoint, evidence_key to retrace_app;
        grant update (position) on evidence_leaf to retrace_app;
        grant select, insert, delete on evidence_opening to retrace_app;
    end if;
end $$;
