package io.retrace.access;

import java.net.InetSocketAddress;
import java.net.URI;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties({AccessSettings.class, IntakeLimits.class})
class IntakeConfiguration {

    /** Off unless an address is set; once set, a scanner that is away means that nothing is taken in. */
    @Bean
    MalwareScanner malwareScanner(AccessSettings settings) {
        var address = settings.scanner();
        if (address == null || address.isBlank()) return _ -> true;
        var daemon = URI.create("clam://" + address);
        if (daemon.getHost() == null || daemon.getPort() < 1)
            throw new IllegalArgumentException("retrace.access.scanner: a host and a port, such as clamav:3310");
        // resolved for each connection: daemons move
        return content -> new ClamScanner(
                        new InetSocketAddress(daemon.getHost(), daemon.getPort()), settings.scannerPatience())
                .clean(content);
    }
}
