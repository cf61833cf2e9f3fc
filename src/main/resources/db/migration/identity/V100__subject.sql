-- A person, by an opaque id. Name and address stay in Keycloak and are read when a mail goes out.
create table subject (
    id         uuid primary key,
    member_ref text        not null unique,
    created_at timestamptz not null
);
