-- Which channels there are is known to the code: a further one is a class.
alter table partner drop constraint partner_channel_check;
alter table partner add constraint partner_channel_check check (channel ~ '^[A-Z_]{1,20}$');
