package io.retrace.partners;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RegisteredPurposes extends Repository<RegisteredPurpose, Short> {

    RegisteredPurpose saveAndFlush(RegisteredPurpose purpose);

    Optional<RegisteredPurpose> findByCode(String code);

    List<RegisteredPurpose> findAll();
}
