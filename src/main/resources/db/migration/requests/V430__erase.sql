-- Whose draft it is, so that it goes when they go; null for staff and companies.
alter table draft add column subject_id uuid;
create index draft_of_subject on draft (subject_id) where subject_id is not null;
