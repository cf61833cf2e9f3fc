-- Since when we do not keep any more which photos a question was about, or which files came as a copy; how many there were, what
-- was answered and its digest stay.
alter table obligation add column forgotten_at timestamptz;
update obligation o set forgotten_at = e.begun_at from erasing e
 where e.subject_id = o.subject_id and e.begun_at is not null and o.next_action is null;
