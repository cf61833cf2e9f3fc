-- Where the stored log contradicts what was signed. One open row stops the signing (ADR 0011).
create table evidence_finding (
    no       bigint generated always as identity primary key,
    kind     text        not null check (kind ~ '^[A-Z_]{1,40}$'),
    at_size  bigint      not null check (at_size >= 0),        -- of the checkpoint or tree that it is about
    detail   text        not null,                             -- for operators: what differs, and what to compare
    found_at timestamptz not null,
    unique (kind, at_size)                                     -- the job runs again and again; the finding stays one
);

-- That a person has looked, who and why signing may go on. Written by hand, never by the application.
create table evidence_finding_settled (
    finding_no bigint primary key references evidence_finding (no),
    settled_by text        not null check (settled_by <> ''),
    why        text        not null check (why <> ''),
    settled_at timestamptz not null default now()
);

create trigger evidence_finding_stays before update or delete or truncate on evidence_finding
    for each statement execute function evidence_refuse();
create trigger evidence_finding_settled_stays before update or delete or truncate on evidence_finding_settled
    for each statement execute function evidence_refuse();

do $$
begin
    if exists (select from pg_roles where rolname = 'retrace_app') then
        revoke all on evidence_finding, evidence_finding_settled from retrace_app;
        grant select, insert on evidence_finding to retrace_app;
        grant select on evidence_finding_settled to retrace_app;
    end if;
end $$;
