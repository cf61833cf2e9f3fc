-- A person’s request. Its status moves in an order that we own (RequestStatus.mayBecome); every move leaves a row.
create table request (
    id                uuid primary key,
    version           int         not null,
    reference         text        not null unique,
    subject_id        uuid        not null,
    status            text        not null check (status in
        ('RECEIVED', 'VERIFYING', 'UNDERWAY', 'PARTLY_DONE', 'DONE', 'NOT_DONE', 'WITHDRAWN')),
    scope             text        not null check (scope in ('all', 'photos', 'companies')),
    photos            int         not null check (photos > 0),
    companies         int         not null check (companies > 0),
    received_at       timestamptz not null,
    undo_until        timestamptz not null check (undo_until >= received_at),
    -- the statutory deadline with all that explains it (T9)
    deadline_due      date        not null,
    deadline_rule     text        not null,
    deadline_article  text        not null,
    deadline_start    date        not null,
    deadline_computed date        not null,
    released_at       timestamptz,
    closed_at         timestamptz,
    check (deadline_start < deadline_computed and deadline_computed <= deadline_due),
    check (released_at is null or released_at >= undo_until)
);
create index request_by_subject on request (subject_id, received_at desc, id);
create index request_by_legal_date on request (deadline_due, id);

-- Who moved it, when, from where to where, and why. A request asked for again stays where it is and says so.
create table request_transition (
    id          bigint primary key generated always as identity,
    request_id  uuid        not null references request,
    at          timestamptz not null,
    actor_kind  text        not null check (actor_kind in ('MEMBER', 'SUPPORT', 'COMPANY', 'PLATFORM', 'SYSTEM')),
    actor_id    text        not null,
    from_status text,
    to_status   text        not null,
    why         text        not null
);
create index request_transition_of on request_transition (request_id, id);

-- What became of each submission, so that a repeated one gets the same answer. Keyed by person first: a submission id
-- that somebody else used says nothing.
create table request_submission (
    subject_id    uuid        not null,
    id            uuid        not null,
    request_id    uuid        not null references request,
    merged        boolean     not null,
    already_asked uuid[]      not null,
    at            timestamptz not null,
    primary key (subject_id, id)
);

-- What somebody has typed so far, so that an expired session loses nothing. Not part of any record.
create table draft (
    owner   text        not null,
    name    text        not null,
    content text        not null,
    kept_at timestamptz not null,
    primary key (owner, name)
);
create index draft_by_age on draft (kept_at);
