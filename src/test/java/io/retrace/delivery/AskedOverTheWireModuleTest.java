package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retrace.delivery.OpenDsrCallbacks.Answer;
import io.retrace.delivery.StandardWebhook.Trusted;
import io.retrace.delivery.StandardWebhook.Verdict;
import io.retrace.ledger.Selection;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.CompanyWord;
import io.retrace.obligations.RequestProgress;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerDetails;
import io.retrace.partners.PartnerRegistry;
import io.retrace.partners.WebhookTarget;
import io.retrace.requests.MyRequests;
import io.retrace.requests.SubjectRequest;
import io.retrace.requests.Submission;
import io.retrace.shared.EmailAddress;
import io.retrace.testing.TestDatabase;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From a person’s click to the company’s server and mailbox, through every module in between. */
@SpringBootTest(
        classes = WireConfiguration.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "retrace.keycloak.portal-secret=x",
            "retrace.keycloak.admin-secret=x",
            "retrace.keycloak.url=http://127.0.0.1:1",
            "retrace.delivery.allow-loopback=true",
            "retrace.requests.undo=1s",
            "db-scheduler.polling-interval=100ms"
        })
class AskedOverTheWireModuleTest {

    private static final String ATTESTATION = """
            {"answer_id":"a-2026-1017","method":"erase","live_erased_on":"2026-11-02",
             "subjects":{"photos":"erased","face_templates":"erased","derived_data":"erased","models":"never_held"},
             "declarant":{"name":"Ines Ferreira","title":"Privacy Counsel","perjury":true}}""";

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private PartnerRegistry registry;

    @Autowired
    private MyRequests requests;

    @Autowired
    private RequestProgress progress;

    @Autowired
    private DeliveryLog log;

    @Autowired
    private OpenDsrCallbacks callbacks;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        TestDatabase.register(properties);
        properties.add("db-scheduler.enabled", () -> true);
        MAIL.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @Test
    void one_click_reaches_every_company_in_its_own_way_and_each_is_asked_and_no_more() throws Exception {
        try (var sink = new CompanySink()) {
            var lumen = register("lumen", Channel.WEBHOOK, new WebhookTarget(sink.url(), Companies.SECRET));
            register("beacon", Channel.PAGE, null);
            photoOf("m-1", "lumen", "beacon");

            var request = ask("m-1");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(words("m-1", request)).hasSize(2).containsOnly(CompanyWord.ASKED));

            assertThat(sink.received()).hasSize(1);
            var message = sink.received().getFirst();
            assertThat(StandardWebhook.verify(
                            message.id(),
                            message.timestamp(),
                            message.signature(),
                            message.body(),
                            new Trusted(List.of(WebhookKeyText.publicKey(lumen)), List.of(Companies.SECRET)),
                            Instant.ofEpochSecond(Long.parseLong(message.timestamp()))))
                    .as("by the key that registration gave out")
                    .isEqualTo(Verdict.VALID);
            assertThat(MAIL.getReceivedMessages()).hasSize(1);
            assertThat(MAIL.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("privacy@beacon.example");

            var asked = companies("m-1", request).getFirst().obligation();
            assertThat(as("support", "sam", () -> log.attempts(asked)))
                    .extracting(DeliveryAttempt::outcome)
                    .containsExactly("reached");
            assertThatThrownBy(() -> as("member", "m-1", () -> log.attempts(asked)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(jdbc.sql("select occasion from mail order by planned_at")
                            .query(String.class)
                            .list())
                    .as("planned for the person; they wait, for Keycloak is away")
                    .containsExactly("RECEIVED", "RELEASED");
        }
    }

    @Test
    @UseCase({"UC-017/1", "UC-017/3"})
    void a_company_that_speaks_opendsr_is_asked_and_answers_in_it() throws Exception {
        try (var processor = new OpenDsrProcessor()) {
            as(
                    "platform",
                    "feed",
                    () -> registry.register(
                            "clear", details("clear", Channel.OPENDSR), null, null, processor.target()));
            photoOf("m-2", "clear");
            var request = ask("m-2");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(words("m-2", request)).containsExactly(CompanyWord.ASKED));
            assertThat(processor.requests).hasSize(1);

            processor.stands("completed", "{}");
            assertThat(callBack(processor)).isEqualTo(Answer.TAKEN);
            assertThat(words("m-2", request)).as("a claim").containsExactly(CompanyWord.WORKING_ON_IT);
            processor.stands("completed", "{\"attestation\":" + ATTESTATION + "}");
            assertThat(callBack(processor)).isEqualTo(Answer.TAKEN);
            assertThat(callBack(processor)).as("again").isEqualTo(Answer.TAKEN);
            assertThat(words("m-2", request)).containsExactly(CompanyWord.CONFIRMED_DELETED);
            processor.stands("in_progress", "{}");
            assertThat(callBack(processor)).as("late").isEqualTo(Answer.TAKEN);
            assertThat(words("m-2", request)).containsExactly(CompanyWord.CONFIRMED_DELETED);
            attests(processor, ATTESTATION.replace("a-2026-1017", "a-2026-1018"));
            assertThat(callBack(processor))
                    .as("another one that amends nothing")
                    .isEqualTo(Answer.TAKEN);
            attests(processor, ATTESTATION.replace("\"models\":\"never_held\"", "\"models\":\"perhaps\""));
            assertThat(callBack(processor)).as("by no rule an answer").isEqualTo(Answer.BAD);
            assertThat(words("m-2", request)).containsExactly(CompanyWord.CONFIRMED_DELETED);
            assertThat(jdbc.sql("select verdict from inbound_answer order by received_at, id")
                            .query(String.class)
                            .list())
                    .containsExactly("ACCEPTED", "ACCEPTED", "REPLAYED", "REPLAYED", "CONFLICT", "INVALID");
            assertThat(jdbc.sql("select convert_from(signed, 'UTF8') from attestation_signature")
                            .query(String.class)
                            .single())
                    .contains("\"domain\":\"opendsr.lumen.example\"", "\"message\":\"sha256:");
        }
    }

    private static void attests(OpenDsrProcessor processor, String attestation) {
        processor.stands("completed", "{\"attestation\":" + attestation + "}");
    }

    private Answer callBack(OpenDsrProcessor processor) {
        var body = processor.status(processor.requests.keySet().iterator().next());
        return callbacks.receive(processor.keys.domain(), processor.keys.sign(body), body);
    }

    private static PartnerDetails details(String slug, Channel channel) {
        return new PartnerDetails(
                slug,
                slug + " Ltd",
                "IE",
                PartnerRole.CONTROLLER,
                new EmailAddress("privacy@" + slug + ".example"),
                channel,
                Duration.ofDays(14));
    }

    private String register(String slug, Channel channel, @Nullable WebhookTarget target) {
        var details = details(slug, channel);
        var webhook = as("platform", "feed", () -> registry.register(slug, details, target))
                .webhook();
        return webhook == null ? "" : webhook.publicKey();
    }

    private void photoOf(String member, String... companies) {
        var subject = UUID.randomUUID();
        var photo = UUID.randomUUID();
        jdbc.sql("insert into subject values (?, ?, now())")
                .params(subject, member)
                .update();
        jdbc.sql("""
                        insert into photo (subject_id, id, platform_ref, event_id, sha256, uploaded_at, batch_no)
                        values (?, ?, 'p-' || gen_random_uuid(), gen_random_uuid(), sha256('x'), now() - interval '2 years', 1)""").params(subject, photo).update();
        jdbc.sql(
                        "insert into purpose (code, trains_models, facial, iri) values ('advertising', false, false, 'x') on conflict do nothing")
                .update();
        for (var company : companies) {
            jdbc.sql("""
                            insert into disclosure (subject_id, photo_id, partner_no, purpose_no, legal_basis, disclosed_at,
                                event_id, batch_no)
                            select ?, ?, partner.no, purpose.no, 1, now() - interval '1 year', gen_random_uuid(), 1
                            from partner, purpose where slug = ?""").params(subject, photo, company).update();
        }
    }

    private SubjectRequest ask(String member) {
        var submission = as("member", member, () -> requests.eraseAtCompanies(UUID.randomUUID(), new Selection.All()));
        return ((Submission.Accepted) submission).request();
    }

    private List<CompanyProgress> companies(String member, SubjectRequest request) {
        return as("member", member, () -> progress.companies(request.id()));
    }

    private List<CompanyWord> words(String member, SubjectRequest request) {
        return companies(member, request).stream().map(CompanyProgress::word).toList();
    }

    private static <T> T as(String role, String name, Supplier<T> action) {
        var token = OidcIdToken.withTokenValue("test")
                .claims(claims -> claims.putAll(Map.of("sub", name, "member_ref", name, "acr", "2")))
                .claim("auth_time", Instant.ofEpochMilli(System.currentTimeMillis()))
                .build();
        var roles = AuthorityUtils.createAuthorityList("ROLE_" + role);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new DefaultOidcUser(roles, token), "", roles));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
