-- A mail that a server had taken and another sent back later. The attempt was no success after all, or it is late.
alter table delivery_attempt add column bounced_at timestamptz;
alter table delivery_attempt add column bounce text check (bounce ~ '^[245]\.\d{1,3}\.\d{1,3}$'); -- RFC 3463
alter table delivery_attempt add check ((bounced_at is null) = (bounce is null));

alter table link_mail drop constraint link_mail_ending_check;
alter table link_mail add constraint link_mail_ending_check
    check (ending in ('SENT', 'REFUSED', 'GAVE_UP', 'MOOT', 'BOUNCED'));
