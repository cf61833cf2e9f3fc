-- What was settled must not hide what is found at the same place later, of the same kind and yet another.
alter table evidence_finding drop constraint evidence_finding_kind_at_size_key;
alter table evidence_finding add unique (kind, at_size, detail);
