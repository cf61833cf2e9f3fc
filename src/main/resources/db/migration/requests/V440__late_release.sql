-- The watchdog asks every minute which requests should have gone out by now.
create index request_waiting on request (undo_until) where status = 'RECEIVED';
