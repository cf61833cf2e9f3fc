-- An authorised agent may take back what it filed on behalf of its person.
alter table request_transition drop constraint request_transition_actor_kind_check;
alter table request_transition add constraint request_transition_actor_kind_check
    check (actor_kind in ('MEMBER', 'SUPPORT', 'COMPANY', 'PLATFORM', 'SYSTEM', 'AGENT'));
