-- Whom this portal is for: decided at its first start, never changed. Made-up people (ADR 0021) and real ones never share a
-- database, so no list, figure, page, mail or log can mix them. A demo has nobody real in it and may have both.
create table portal_kind (
    only_row boolean primary key default true check (only_row),
    kind     text    not null check (kind in ('REAL', 'SANDBOX', 'DEMO'))
);
create function portal_kind_stays() returns trigger language plpgsql as
$$ begin raise exception 'a portal never changes whom it is for'; end $$;
create trigger portal_kind_stays before update or delete or truncate on portal_kind
    for each statement execute function portal_kind_stays();

create function person_fits_portal() returns trigger language plpgsql as $$
declare portal text := coalesce((select kind from portal_kind), 'REAL');
begin
    if portal = 'REAL' and new.member_ref like 'sandbox-%' then
        raise exception 'a portal for real people takes no made-up person' using errcode = 'check_violation';
    end if;
    if portal = 'SANDBOX' and new.member_ref not like 'sandbox-%' then
        raise exception 'a sandbox takes no real person' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger person_fits_portal before insert or update of member_ref on subject
    for each row execute function person_fits_portal();
