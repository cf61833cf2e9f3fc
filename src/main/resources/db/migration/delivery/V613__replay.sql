-- What support ordered to be sent once more: one question, or all that a company was to get in some days. Done in turns.
create table delivery_replay (
    id               uuid        primary key,
    ordered_at       timestamptz not null,
    ordered_by       text        not null, -- Keycloak’s id of the user, never a name
    partner_no       smallint    not null,
    obligation_id    uuid,                 -- this one only
    written_from     timestamptz not null,
    written_until    timestamptz not null,
    after_written    timestamptz not null, -- where the next turn goes on
    after_obligation uuid        not null,
    messages         int         not null, -- how many were found when it was ordered
    sent             int         not null default 0,
    done_at          timestamptz
);
create index delivery_replay_newest on delivery_replay (ordered_at desc);

-- A message that is sent once more starts its schedule anew; its id stays, and so do its attempts.
alter table delivery add column replayed_at timestamptz;
create index delivery_of_company on delivery (partner_no, written_at, obligation_id);
create index delivery_for_support on delivery (for_support_since, obligation_id, round)
    where for_support_since is not null and ended_at is null;

-- An address is left alone because it said 410, or because it failed for five days.
alter table endpoint_gone add column reason text not null default 'GONE' check (reason in ('GONE', 'FAILING'));
alter table endpoint_gone alter column reason drop default;
