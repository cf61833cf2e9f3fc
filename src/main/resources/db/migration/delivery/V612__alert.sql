-- What the watchdog found, and put right where it could: support sees it, because it should not happen.
create table delivery_alert (
    no            bigint generated always as identity primary key,
    kind          text        not null check (kind in
        ('DELIVERY_ASLEEP', 'OBLIGATION_ASLEEP', 'REQUEST_ASLEEP', 'ITEMS_DIFFER')),
    obligation_id uuid        not null,
    found_at      timestamptz not null
);
-- what differs goes on differing, and is said once
create unique index delivery_alert_differs on delivery_alert (obligation_id) where kind = 'ITEMS_DIFFER';

-- It asks every minute which messages should have been tried by now.
create index delivery_open on delivery (next_attempt_at) where ended_at is null;
