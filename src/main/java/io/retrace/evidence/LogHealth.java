package io.retrace.evidence;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * {@code evidence} of {@code /actuator/health}: down while a finding is open. Not part of {@code /readyz}: the portal goes on
 * taking requests, only signing stops.
 */
@Component("evidenceHealthIndicator")
class LogHealth implements HealthIndicator {

    private final Findings findings;

    LogHealth(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Health health() {
        int open = findings.open();
        return (open == 0 ? Health.up() : Health.down())
                .withDetail("openFindings", open)
                .build();
    }
}
