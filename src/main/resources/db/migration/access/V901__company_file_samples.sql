-- No samples of files’ names and hashes in PostgreSQL’s statistics, the index on names included: they outlive the rows.
alter table company_file alter column name set statistics 0;
alter table company_file alter column sha256 set statistics 0;
alter index company_file_by_name alter column 2 set statistics 0;
select pg_clear_attribute_stats('public', 'company_file', 'name', false);
select pg_clear_attribute_stats('public', 'company_file', 'sha256', false);
select pg_clear_attribute_stats('public', 'company_file_by_name', 'lower', false);
