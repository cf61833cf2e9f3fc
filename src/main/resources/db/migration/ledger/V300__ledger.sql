-- Photos and disclosures. Narrow, keyed by person first: one person’s page is one index range read, and both tables
-- can be partitioned by subject without changing a query.
create table photo (
    subject_id   uuid        not null,
    id           uuid        not null,
    platform_ref text        not null,
    event_id     uuid        not null,
    sha256       bytea       not null check (octet_length(sha256) = 32),
    uploaded_at  timestamptz not null,
    primary key (subject_id, id)
);
create unique index photo_platform_ref on photo (platform_ref);
create unique index photo_event_id on photo (event_id);

-- One row per photo, recipient and purpose that the feed reported.
-- via_partner_no: the company that passed it on; null when the platform itself sent it.
create table disclosure (
    subject_id     uuid        not null,
    photo_id       uuid        not null,
    partner_no     smallint    not null,
    purpose_no     smallint    not null,
    legal_basis    smallint    not null,
    via_partner_no smallint,
    disclosed_at   timestamptz not null,
    event_id       uuid        not null
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

-- A disclosure after a take-back: stored, and shown to support until someone has dealt with it.
create table incident (
    id          uuid primary key,
    kind        text        not null,
    subject_id  uuid        not null,
    photo_id    uuid        not null,
    partner_no  smallint    not null,
    event_id    uuid        not null unique,
    disclosed_at timestamptz not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz
);
create index incident_open on incident (opened_at, id) where closed_at is null;
