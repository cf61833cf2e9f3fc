-- Which right: deletion (Art. 17) or a copy (Art. 15). What stands here already asked for deletion.
alter table request add column kind text not null default 'ERASURE' check (kind in ('ERASURE', 'ACCESS'));
