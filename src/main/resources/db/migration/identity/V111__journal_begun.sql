-- Whether a journal was ever begun for this database: then one that is missing is lost, even if none of its lines was seen.
alter table journal_position add column begun boolean not null default false;
update journal_position set begun = true where no > 0;
