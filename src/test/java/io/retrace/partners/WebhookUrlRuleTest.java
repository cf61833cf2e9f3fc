package io.retrace.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlRuleTest {

    private static final InetAddress[] NOBODY = {};

    @ParameterizedTest
    @UseCase("UC-015/7")
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://2130706433/x",
                "https://0x7f000001/x",
                "https://0x7f.1/x",
                "https://0177.0.0.1/x",
                "https://017700000001/x",
                "https://127.1/x",
                "https://127.0.1/x",
                "https://127.0.0.01/x",
                "https://0x7F.0x0.0x0.0x1/x",
                "https://0x7f000001./x",
                "https://127.0.0.1./x",
                "https://00000177.0.0.1/x",
                "https://4294967297/x",
                "https://256.256.256.256/x",
                "https://127.0.0.1.0/x",
                "https://1.2.3.4.5/x",
                "https://010.8.8.8/x",
                "https://8.8.8.08/x",
                "https://134744072/x",
                "https://%31%32%37.0.0.1/x",
                "https://\uff11\uff12\uff17.\uff10.\uff10.\uff11/x",
                "https://127\u30020\u30020\u30021/x",
                "https://\u2460\u2461\u2466.0.0.1/x",
                "https://company.example.0x7f/x",
                "https://0x/x",
                "https://0/x",
                "https://10.0.0.1/x",
                "https://0xa000001/x",
                "https://169.254.169.254/x",
                "https://2852039166/x",
                "https://168.63.129.16/x",
                "https://[::1]/x",
                "https://[::]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[::ffff:a9fe:a9fe]/x",
                "https://[64:ff9b::7f00:1]/x",
                "https://[64:ff9b:1::a00:1]/x",
                "https://[2002:7f00:1::]/x",
                "https://[fe80::1%25lo]/x",
                "https://[fd00:ec2::254]/x",
                "https://[3fff::1]/x",
                "https://[5f00::1]/x",
                "https://intranet/x",
                "https://localhost/x"
            })
    void what_is_not_public_is_not_registered_however_it_is_written(String url) {
        for (var loopback : new boolean[] {true, false}) {
            var rule = new WebhookUrlRule(loopback, host -> NOBODY);
            assertThatThrownBy(() -> rule.check("webhook.url", URI.create(url)))
                    .as("loopback allowed: %s", loopback)
                    .isInstanceOf(RuleViolation.class);
        }
    }

    @Test
    void a_name_is_refused_if_any_of_its_addresses_is_not_public() throws Exception {
        var both = new InetAddress[] {InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1")};
        var rule = new WebhookUrlRule(false, host -> both);
        assertThatThrownBy(() -> rule.check("webhook.url", URI.create("https://hooks.company.example/x")))
                .isInstanceOf(RuleViolation.class);
        var open = new WebhookUrlRule(false, host -> new InetAddress[] {InetAddress.ofLiteral("8.8.8.8")});
        assertThat(open.check("webhook.url", URI.create("https://hooks.company.example/x")))
                .isNotNull();
    }

    @Test
    void a_name_that_does_not_resolve_yet_is_checked_when_we_send() {
        var rule = new WebhookUrlRule(false, host -> {
            throw new UnknownHostException(host);
        });
        assertThat(rule.check("webhook.url", URI.create("https://hooks.company.example/x")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/x", "http://[::1]:9/x"})
    void the_demo_may_name_this_machine_and_only_by_http(String url) {
        assertThat(new WebhookUrlRule(true, host -> NOBODY).check("webhook.url", URI.create(url)))
                .isNotNull();
        assertThatThrownBy(() -> new WebhookUrlRule(false, host -> NOBODY).check("webhook.url", URI.create(url)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() ->
                        new WebhookUrlRule(true, host -> NOBODY).check("webhook.url", URI.create("http://10.0.0.1/x")))
                .isInstanceOf(RuleViolation.class);
    }
}
