-- No samples of hashes and of what companies wrote in PostgreSQL’s statistics: they outlive the rows.
alter table obligation_item alter column sha256 set statistics 0;
alter table inbound_answer alter column raw set statistics 0;
alter table inbound_answer alter column detail set statistics 0;
