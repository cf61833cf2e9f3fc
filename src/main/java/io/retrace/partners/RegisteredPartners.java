package io.retrace.partners;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RegisteredPartners extends Repository<RegisteredPartner, Short> {

    RegisteredPartner saveAndFlush(RegisteredPartner partner);

    Optional<RegisteredPartner> findBySlug(String slug);

    List<RegisteredPartner> findAll();
}
