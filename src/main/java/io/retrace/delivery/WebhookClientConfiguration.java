package io.retrace.delivery;

import io.retrace.partners.AddressRules;
import java.time.Clock;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class WebhookClientConfiguration {

    /** Without limits, of which the library sets none, one endless header line would fill our memory. */
    private static final Http1Config BOUNDED = Http1Config.custom()
            .setMaxLineLength(16_384)
            .setMaxHeaderCount(100)
            .setMaxEmptyLineCount(10)
            .build();

    @Bean
    WebhookClient webhookClient(@Value("${retrace.delivery.allow-loopback:false}") boolean allowLoopback, Clock clock) {
        return client(SystemDefaultDnsResolver.INSTANCE, allowLoopback, WebhookLimits.USUAL, clock);
    }

    /** Two calls of it make one attempt, and an attempt must be over in half a minute. */
    @Bean
    OpenDsrClient openDsrClient(@Value("${retrace.delivery.allow-loopback:false}") boolean allowLoopback, Clock clock) {
        var client = client(SystemDefaultDnsResolver.INSTANCE, allowLoopback, WebhookLimits.ONE_OF_TWO, clock);
        return new OpenDsrClient(client, clock);
    }

    static WebhookClient client(DnsResolver names, boolean allowLoopback, WebhookLimits limits, Clock clock) {
        var trusted = DefaultClientTlsStrategy.createDefault();
        return new WebhookClient(
                http(new CheckedResolver(names, AddressRules.PUBLIC), limits, trusted),
                allowLoopback ? http(new CheckedResolver(names, AddressRules.LOOPBACK), limits, trusted) : null,
                limits,
                new RetryAfter(clock));
    }

    /** No redirects, no second tries, no cookies, no proxy from the environment, nothing unpacked, no connection kept. */
    static CloseableHttpClient http(DnsResolver names, WebhookLimits limits, TlsSocketStrategy trusted) {
        var read = Timeout.of(limits.read());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsSocketStrategy(trusted)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(BOUNDED)
                        .responseParserFactory(FewHints::new)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(read)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(read).build())
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(8)
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setResponseTimeout(read)
                        .setConnectionRequestTimeout(read)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Retrace")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
