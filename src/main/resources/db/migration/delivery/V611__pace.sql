-- How a company’s servers are doing by each channel, and how fast it is written to: shared by all nodes (ADR 0017).
create table company_pace (
    partner_no    smallint    not null,
    channel       text        not null,
    slots_until   timestamptz not null, -- places are given out up to here
    failures      int         not null default 0, -- in a row
    failing_since timestamptz,
    closed_until  timestamptz, -- nothing is sent before
    primary key (partner_no, channel),
    check ((failures = 0) = (failing_since is null))
);
-- A place in its company’s line, once it had to wait.
alter table delivery add column slot_at timestamptz;
