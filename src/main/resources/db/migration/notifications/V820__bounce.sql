-- A mail that our server had taken and another sent back later.
alter table mail drop constraint mail_ending_check;
alter table mail add constraint mail_ending_check
    check (ending in ('SENT', 'REFUSED', 'GAVE_UP', 'NO_ACCOUNT', 'BOUNCED'));
