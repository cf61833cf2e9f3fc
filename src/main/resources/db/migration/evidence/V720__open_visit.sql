-- How often an address came to the open pages within a minute: all nodes count together. Whose address it was is not kept
-- (a MAC), and a row lives for two minutes; lost in a crash, it is no loss.
create unlogged table open_visit (
    minute timestamptz not null,
    kind   text        not null check (kind in ('READ', 'CHECK')),
    who    bytea       not null check (octet_length(who) = 16),
    visits int         not null,
    primary key (minute, kind, who)
);
