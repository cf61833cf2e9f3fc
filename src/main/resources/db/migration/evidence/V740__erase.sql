-- No samples of what opens commitments in PostgreSQL’s statistics: they outlive the rows.
alter table evidence_opening alter column salt set statistics 0;
alter table evidence_opening alter column body set statistics 0;
