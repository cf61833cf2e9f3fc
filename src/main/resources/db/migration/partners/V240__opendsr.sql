-- Where a company takes OpenDSR 2.0 requests, and the certificate its answers are checked against.
create table partner_opendsr (
    partner_no           smallint primary key references partner,
    domain               text not null unique check (domain ~ '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$'),
    url                  text not null,
    certificate          text not null, -- PEM: its own, then those above it
    certificate_url      text,
    authorization_header bytea          -- AES-256-GCM under retrace.secret-key
);
