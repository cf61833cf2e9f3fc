-- The register also lists what companies held back of a copy.
create index copy_answer_kept_back on copy_answer (received_at desc, obligation_id desc, version desc)
    where outcome = 'KEPT_SOME_BACK';
