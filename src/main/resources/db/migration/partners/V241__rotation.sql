-- What a webhook was signed with before, sealed like its successor: both sign until then.
alter table webhook_endpoint add column former_public_key bytea;
alter table webhook_endpoint add column former_private_key bytea;
alter table webhook_endpoint add column former_key_until timestamptz;
alter table webhook_endpoint add column former_secret bytea;
alter table webhook_endpoint add column former_secret_until timestamptz;
alter table webhook_endpoint add check (
    (former_public_key is null) = (former_private_key is null) and (former_public_key is null) = (former_key_until is null));
alter table webhook_endpoint add check ((former_secret is null) = (former_secret_until is null));
