package io.retrace.partners;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RegisteredWebhooks extends Repository<RegisteredWebhook, Short> {

    RegisteredWebhook saveAndFlush(RegisteredWebhook webhook);

    Optional<RegisteredWebhook> findById(short partnerNo);

    void deleteById(short partnerNo);
}
