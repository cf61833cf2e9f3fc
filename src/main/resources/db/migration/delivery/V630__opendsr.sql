-- What was submitted to companies that speak OpenDSR. No body: it is written anew for each attempt, and is the same.
create table opendsr_request (
    subject_request_id uuid        primary key, -- random, version 4
    obligation_id      uuid        not null,
    partner_no         smallint    not null,
    message_id         text        not null,
    amends             uuid references opendsr_request,
    written_at         timestamptz not null,
    sent_at            timestamptz, -- before the first attempt to submit it: from then on the company may have it
    meaning            text check (meaning in ('RECEIVED', 'WORKING', 'CLAIMED', 'REFUSED', 'WITHDRAWN', 'ATTESTED')),
    expected_by        timestamptz,
    polls              int         not null default 0,
    objected_at        timestamptz, -- it refused or gave up, without being asked to
    objection          text,        -- why, in its words
    unique (obligation_id, message_id)
);

-- An address is left alone as that of one channel.
alter table endpoint_gone add column channel text not null default 'WEBHOOK' check (channel ~ '^[A-Z_]{1,20}$');
alter table endpoint_gone alter column channel drop default;
alter table endpoint_gone drop constraint endpoint_gone_pkey;
alter table endpoint_gone add primary key (partner_no, channel, url);
