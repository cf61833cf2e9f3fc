package io.retrace.agents.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.agents.Exercise;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an agent needs to find us. The protocol took this address out in 0.9 in favour of its directory; we answer it with the
 * directory’s entry about us (§3.05.2), for whoever asks us first.
 */
@RestController
class DiscoveryController {

    private final Entry entry;

    DiscoveryController(
            @Value("${retrace.agents.business-id:RETRACE}") String id,
            @Value("${retrace.agents.business-name:Retrace}") String name,
            @Value("${retrace.portal-url}") String portalUrl) {
        var actions = Arrays.stream(Exercise.values())
                .filter(exercise -> exercise.kind().isPresent())
                .map(Exercise::text)
                .toList();
        entry = new Entry("1.0", id, name, portalUrl, actions, List.of("email"), portalUrl);
    }

    @GetMapping("/.well-known/data-rights.json")
    Entry discover() {
        return entry;
    }

    record Entry(
            String version,
            String id,
            String name,
            @JsonProperty("api_base") String apiBase,
            @JsonProperty("supported_actions") List<String> supportedActions,
            @JsonProperty("supported_verifications") List<String> supportedVerifications,
            @JsonProperty("web_url") String webUrl) {}
}
