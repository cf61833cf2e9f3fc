-- A feed of a million photos may leave a million pictures to fetch: they wait behind whatever else is due (task.Priority.LOW).
create index scheduled_tasks_urgent_first on scheduled_tasks (priority desc, execution_time);
