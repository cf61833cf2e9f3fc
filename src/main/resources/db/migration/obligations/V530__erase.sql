-- No samples of hashes and of what companies wrote in PostgreSQL’s statistics: they outlive the rows.
alter table obligation_item alter column sha256 set statistics 0;
alter table inbound_answer alter column raw set statistics 0;
alter table inbound_answer alter column detail set statistics 0;

-- A copy that nobody is there to receive any more is no longer asked for, also when the question went out.
do $$
declare rule text;
begin
    select conname into rule from pg_constraint where conrelid = 'obligation'::regclass and contype = 'c'
       and pg_get_constraintdef(oid) like '%cancelled_at IS NULL%released_at IS NULL%' and conname <> 'obligation_next_action_check';
    execute format('alter table obligation drop constraint %I', rule);
end $$;
alter table obligation add constraint obligation_cancelled
    check (cancelled_at is null or released_at is null or kind = 'ACCESS');

-- The one door in what companies answered about copies: for a person who is being erased the list of files may go, because a
-- file’s SHA-256 may be a photo’s. The digest of the whole stays. Attestations name item references only and have no door.
create function copy_answer_of_erased(owed uuid) returns boolean language sql stable as $$
    select exists (select from obligation o join erasing e on e.subject_id = o.subject_id
                    where o.id = owed and e.begun_at is not null)
$$;
drop trigger copy_answer_is_immutable on copy_answer;
create trigger copy_answer_is_kept before delete or truncate on copy_answer
    for each statement execute function copy_answers_never_change();
create trigger copy_answer_is_immutable before update on copy_answer for each row
    when (to_jsonb(old) - 'body' <> to_jsonb(new) - 'body' or not copy_answer_of_erased(old.obligation_id))
    execute function copy_answers_never_change();
