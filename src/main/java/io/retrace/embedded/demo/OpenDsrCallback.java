package io.retrace.embedded.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the portal back, signed; again and again for some minutes, for the portal may be away. */
final class OpenDsrCallback {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDsrCallback.class);
    private static final int ATTEMPTS = 60;

    private final DemoCompany company;
    private final CompanyCertificate certificate;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(1);

    OpenDsrCallback(DemoCompany company, CompanyCertificate certificate) {
        this.company = company;
        this.certificate = certificate;
    }

    /** A moment later: what is finished is finished before it is told. */
    void later(String url, Map<String, Object> report, Runnable finish) {
        var told = new LinkedHashMap<>(report);
        told.put("status_callback_url", url);
        var body = ApiClient.JSON.writeValueAsBytes(told);
        schedule(1, () -> {
            finish.run();
            call(url, body, 1);
        });
    }

    void stop() {
        workers.shutdownNow();
    }

    private void call(String url, byte[] body, int attempt) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .timeout(Duration.ofSeconds(20))
                            .header("Content-Type", "application/json")
                            .header("X-OpenDSR-Processor-Domain", certificate.domain())
                            .header("X-OpenDSR-Signature", certificate.sign(body))
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
            LOG.info("{} called back: {}", company.slug(), answer.statusCode());
            if (answer.statusCode() == 202) return;
        } catch (IOException e) {
            LOG.warn("{} could not call back the {}. time: {}", company.slug(), attempt, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (attempt < ATTEMPTS) schedule(5, () -> call(url, body, attempt + 1));
    }

    private void schedule(int seconds, Runnable step) {
        var unused = workers.schedule(step, seconds, TimeUnit.SECONDS);
    }
}
