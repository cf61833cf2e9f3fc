-- No samples of task data in PostgreSQL’s statistics: they outlive the rows.
alter table scheduled_tasks alter column task_data set statistics 0;
