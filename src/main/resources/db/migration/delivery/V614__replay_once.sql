-- Pressed twice is ordered once: one order for the same messages at a time.
create unique index delivery_replay_going on delivery_replay
    (partner_no, obligation_id, written_from, written_until) nulls not distinct where done_at is null;
