-- The watchdog asks every minute which recipients nobody looks for, and of which nobody would say that they are silent.
create index onward_obligation_to_route on onward_obligation (named_at) where to_route;
drop index onward_obligation_silent;
create index onward_obligation_silent on onward_obligation (silent_after)
    where asked_id is null and outcome is null and not silent_told;
