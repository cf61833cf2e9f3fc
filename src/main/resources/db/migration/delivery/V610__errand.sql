-- Why the company is written to. What stands here already is a question, or the same once more.
alter table delivery add column errand text not null default 'ASK'
    check (errand in ('ASK', 'REMIND', 'AMENDED', 'CANCELLED'));
update delivery set errand = 'REMIND' where round > 0;
alter table delivery alter column errand drop default;

-- Which channels there are is known to the code: a further one is a class.
alter table delivery drop constraint delivery_channel_check;
alter table delivery add constraint delivery_channel_check check (channel ~ '^[A-Z_]{1,20}$');
