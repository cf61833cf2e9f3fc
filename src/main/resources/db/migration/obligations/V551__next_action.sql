-- The watchdog asks every minute which steps should have been taken by now, and which obligations went out lately.
create index obligation_next_action on obligation (next_action_at) where next_action is not null;
create index obligation_released on obligation (released_at) where released_at is not null;
