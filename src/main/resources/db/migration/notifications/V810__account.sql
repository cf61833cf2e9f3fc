-- Mails about the account belong to no request.
alter table mail alter column request_id drop not null;
create index mail_by_subject on mail (subject_id);
