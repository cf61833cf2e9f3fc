-- A support lead settles a finding in the portal, which leaves a leaf: the application adds the row, and still cannot change one.
do $$
begin
    if exists (select from pg_roles where rolname = 'retrace_app') then
        grant insert on evidence_finding_settled to retrace_app;
    end if;
end $$;
