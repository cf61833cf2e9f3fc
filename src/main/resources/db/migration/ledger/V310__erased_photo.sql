-- Photos of people who were erased here: a disclosure of one that is reported later is no unknown photo but an incident (T6).
-- HMAC-SHA256 of the platform’s reference under retrace.secret-key; whose it was, is not kept. ADR 0013.
create table erased_photo (
    ref_mac   bytea primary key check (octet_length(ref_mac) = 32),
    erased_at timestamptz not null
);

-- What stays of an incident when its person is erased: what happened, at which company, when (GDPR Art. 33(5)).
alter table incident alter column subject_id drop not null;
alter table incident alter column photo_id drop not null;
alter table incident alter column event_id drop not null;
alter table incident drop constraint incident_kind_check;
alter table incident add constraint incident_kind_check
    check (kind in ('AFTER_TAKE_BACK', 'REPORTED_LATE', 'AFTER_ERASURE'));
create index incident_by_subject on incident (subject_id) where subject_id is not null;

-- No samples of these in PostgreSQL’s statistics: they outlive the rows.
alter table photo alter column platform_ref set statistics 0;
alter table photo alter column sha256 set statistics 0;
