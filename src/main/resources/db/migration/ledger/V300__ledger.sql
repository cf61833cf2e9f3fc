-- Photos and disclosures. Narrow, keyed by person first: one person’s page is one index range read, and both tables
-- can be partitioned by subject without changing a query.

-- What the platform fed, batch by batch. The root is the RFC 9162 tree over the rows of the batch in order of event_id; it is
-- what the evidence log commits to, so any row can be proved without a leaf of its own.
create table feed_batch (
    no          integer primary key generated always as identity,
    kind        text        not null check (kind in ('PHOTOS', 'DISCLOSURES')),
    lines       integer     not null check (lines > 0),
    root        bytea       not null check (octet_length(root) = 32),
    recorded_at timestamptz not null
);

-- id: UUIDv7 of the time of upload, so that the primary key also lists a person’s photos by age.
-- platform_ref: collate "C", because it is looked up and never sorted for people.
create table photo (
    subject_id   uuid        not null,
    id           uuid        not null,
    platform_ref text        collate "C" not null,
    event_id     uuid        not null,
    sha256       bytea       not null check (octet_length(sha256) = 32),
    uploaded_at  timestamptz not null,
    batch_no     integer     not null,
    preview      boolean     not null default false, -- whether a thumbnail is kept
    primary key (subject_id, id)
);
create unique index photo_platform_ref on photo (platform_ref);
create unique index photo_event_id on photo (event_id);

-- One row per photo, recipient and purpose that the feed reported.
-- via_partner_no: the company that passed it on; null when the platform itself sent it.
-- No foreign keys: the feed checks photo, partner and purpose itself, a batch at a time.
create table disclosure (
    subject_id     uuid        not null,
    photo_id       uuid        not null,
    event_id       uuid        not null,
    disclosed_at   timestamptz not null,
    batch_no       integer     not null,
    partner_no     smallint    not null,
    purpose_no     smallint    not null,
    legal_basis    smallint    not null,
    via_partner_no smallint
);
create unique index disclosure_event_id on disclosure (event_id);
create index disclosure_by_subject on disclosure (subject_id, photo_id, partner_no);

-- Photos a person has taken back, per company (T6). Written and lifted by obligations, read by the feed.
create table take_back (
    subject_id uuid        not null,
    photo_id   uuid        not null,
    partner_no smallint    not null,
    since      timestamptz not null,
    primary key (subject_id, photo_id, partner_no)
);

-- Feed batches and take-backs in one order: a batch holds lock 7295001 shared until it commits, a take-back holds it alone
-- (an advisory lock, because its queue is fair). So a disclosure is either committed before a take-back, and seen by its
-- plan, or after it, and an incident. The epoch tells a batch whether what it read about take-backs is still true.
create table take_back_epoch (
    only_row boolean primary key default true check (only_row),
    epoch    bigint not null
);
insert into take_back_epoch (epoch) values (0);
create function count_take_back() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(7295001);
    update take_back_epoch set epoch = epoch + 1;
    return null;
end $$;
create trigger take_back_in_order before insert on take_back for each statement execute function count_take_back();

-- A disclosure after a take-back: stored, and shown to support until someone has dealt with it.
-- kind: AFTER_TAKE_BACK if it was sent after the take-back; REPORTED_LATE if it was sent before but reported only now.
create table incident (
    id          uuid primary key,
    kind        text        not null check (kind in ('AFTER_TAKE_BACK', 'REPORTED_LATE')),
    subject_id  uuid        not null,
    photo_id    uuid        not null,
    partner_no  smallint    not null,
    event_id    uuid        not null unique,
    disclosed_at timestamptz not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz
);
create index incident_open on incident (opened_at, id) where closed_at is null;
