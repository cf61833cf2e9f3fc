-- Whose draft it is, so that it goes when they go; null for staff and companies.
alter table draft add column subject_id uuid;
create index draft_of_subject on draft (subject_id) where subject_id is not null;

-- No samples of what people type in PostgreSQL’s statistics: they outlive the rows.
alter table draft alter column content set statistics 0;
alter table draft alter column owner set statistics 0;
alter table request_transition alter column actor_id set statistics 0;
