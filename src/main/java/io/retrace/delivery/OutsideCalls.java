package io.retrace.delivery;

import io.retrace.delivery.spi.Outcome;
import io.retrace.shared.ForModules;
import java.net.URI;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Calls to servers of others that are no companies, by the rules for webhooks: the same guard, limits and silence about bodies. */
@Service
@ForModules
public class OutsideCalls {

    private final WebhookClient http;

    OutsideCalls(WebhookClient http) {
        this.http = http;
    }

    /** Posts this JSON once and looks at the status line only. Takes its time, so never inside a transaction. */
    public Outcome post(URI url, byte[] json) {
        return http.post(url, Map.of(), json);
    }
}
