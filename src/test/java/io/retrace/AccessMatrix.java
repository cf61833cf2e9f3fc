package io.retrace;

import static io.retrace.identity.Roles.AUDITOR;
import static io.retrace.identity.Roles.MAIL_DECLARANT;
import static io.retrace.identity.Roles.MEMBER;
import static io.retrace.identity.Roles.PARTNER;
import static io.retrace.identity.Roles.PARTNER_ADMIN;
import static io.retrace.identity.Roles.PLATFORM;
import static io.retrace.identity.Roles.SUPPORT;
import static io.retrace.identity.Roles.SUPPORT_LEAD;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who may open or call what. Written by hand, on purpose: nothing here is derived from the code it checks. */
final class AccessMatrix {

    private static final Set<String> MEMBERS = Set.of(MEMBER);
    private static final Set<String> STAFF = Set.of(SUPPORT, SUPPORT_LEAD);
    private static final Set<String> COMPANIES = Set.of(PARTNER);
    private static final Set<String> ANSWERING = Set.of(PARTNER, MAIL_DECLARANT);
    private static final Set<String> AUDITORS = Set.of(AUDITOR);
    private static final Set<String> FEEDS = Set.of(PLATFORM);
    private static final Set<String> ANYBODY =
            Set.of("nobody", MEMBER, SUPPORT, SUPPORT_LEAD, PARTNER, PARTNER_ADMIN, AUDITOR, PLATFORM, MAIL_DECLARANT);

    /** Views, by class. */
    static final Map<String, Set<String>> ROUTES = new TreeMap<>();

    /** Mappings, by method and pattern. */
    static final Map<String, Set<String>> MAPPINGS = new TreeMap<>();

    static {
        for (var view : List.of("WelcomeView", "SessionExpiredView")) ROUTES.put(view, ANYBODY);
        for (var view : List.of(
                "HomeView",
                "PhotoView",
                "CompaniesView",
                "CompanyView",
                "AskWhatView",
                "AskWhichView",
                "AskPhotosView",
                "AskCompaniesView",
                "AskCheckView",
                "AskSentView",
                "RequestsView",
                "RequestView",
                "SettingsView",
                "CloseAccountView",
                "FiledView")) ROUTES.put(view, MEMBERS);

        for (var view : List.of("InboxView", "FilesView")) ROUTES.put(view, COMPANIES);
        ROUTES.put("CompanySettingsView", Set.of(PARTNER_ADMIN));
        ROUTES.put("ObligationView", ANSWERING);
        for (var view : List.of(
                "QueueView", "SupportRequestView", "IncidentsView", "FindingsView", "UndeliveredView", "AgentsView"))
            ROUTES.put(view, STAFF);

        for (var view : List.of(
                "LogView",
                "LeafView",
                "CheckpointsView",
                "AuditRequestsView",
                "AuditRequestView",
                "RegisterView",
                "FiguresView")) ROUTES.put(view, AUDITORS);

        MAPPINGS.put("GET /audit/requests/{reference}/bundle", AUDITORS);
        MAPPINGS.put("GET /audit/requests/{reference}/bundles/{export}", AUDITORS);
        MAPPINGS.put("GET /audit/leaves/{position}/entry", AUDITORS);
        MAPPINGS.put("GET /audit/leaves/{position}/proof", AUDITORS);
        MAPPINGS.put("GET /audit/consistency/proof", AUDITORS);
        MAPPINGS.put("GET /audit/register/file", AUDITORS);
        for (var path : List.of("/log/checkpoint", "/log/tile/{*address}", "/verify", "/verify/retrace-verifier.html"))
            MAPPINGS.put("GET " + path, ANYBODY);
        for (var path : List.of("check", "{id}/{secret}", "{id}/{secret}/receipt.pdf", "{id}/{secret}/receipt.json")) {
            MAPPINGS.put("GET /receipts/" + path, ANYBODY);
        }
        MAPPINGS.put("POST /receipts/check", ANYBODY);
        MAPPINGS.put("GET /answer/{secret}", ANYBODY);
        for (var path : List.of("", "/code", "/link")) MAPPINGS.put("POST /answer/{secret}" + path, ANYBODY);
        MAPPINGS.put("GET /.well-known/data-rights.json", ANYBODY);
        for (var mapping : List.of( // a token and a signature of an agent let in, and no account of ours
                "POST /v1/agent/{id}",
                "GET /v1/agent/{id}",
                "POST /v1/data-rights-request",
                "POST /v1/data-rights-request/",
                "GET /v1/data-rights-request/{id}",
                "DELETE /v1/data-rights-request/{id}")) MAPPINGS.put(mapping, Set.of());
        for (var method : List.of("GET ", "POST ")) MAPPINGS.put(method + "/undo/{secret}", ANYBODY);
        MAPPINGS.put("GET /packages/{id}", MEMBERS);
        MAPPINGS.put("GET /thumbnails/{id}", MEMBERS);
        MAPPINGS.put("POST /api/v1/photos", FEEDS);
        MAPPINGS.put("PUT /api/v1/photos/{photo}/preview", FEEDS);
        MAPPINGS.put("POST /api/v1/disclosures", FEEDS);
        MAPPINGS.put("DELETE /api/v1/members/{ref}", FEEDS);
        MAPPINGS.put("PUT /api/v1/partners/{slug}", FEEDS);
        MAPPINGS.put("POST /api/v1/partners/{slug}/webhook/keys", FEEDS);
        MAPPINGS.put("GET /api/v1/partners/{slug}", FEEDS);
        MAPPINGS.put("PUT /api/v1/purposes/{code}", FEEDS);
        MAPPINGS.put("GET /api/v1/purposes/{code}", FEEDS);
        MAPPINGS.put("GET /api/v1/obligations", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/{id}", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/{id}/items", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/{id}/items.csv", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/{id}/items.ndjson", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/exchange/work.zip", COMPANIES);
        MAPPINGS.put("POST /api/v1/obligations/exchange/status", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/{id}/proof", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/record", COMPANIES);
        for (var method : List.of("PUT ", "GET ", "DELETE "))
            MAPPINGS.put(method + "/api/v1/obligations/{id}/exceptions", COMPANIES);
        MAPPINGS.put("POST /api/v1/obligations/{id}/acknowledgement", COMPANIES);
        MAPPINGS.put("POST /api/v1/obligations/{id}/attestations", COMPANIES);
        MAPPINGS.put("POST /api/v1/sandbox/obligations", COMPANIES);
        MAPPINGS.put("POST /api/v1/opendsr/callbacks", ANYBODY);
        MAPPINGS.put("POST /api/v1/webhook/tests", COMPANIES);
        MAPPINGS.put("GET /api/v1/webhook/tests", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/{id}/onward", COMPANIES);
        MAPPINGS.put("POST /api/v1/obligations/{id}/onward", COMPANIES);
        MAPPINGS.put("POST /api/v1/obligations/{id}/copy-answers", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/{id}/copy-answers/{version}", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/{id}/files", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/{id}/files/{file}", COMPANIES);
        MAPPINGS.put("PUT /api/v1/obligations/{id}/files/{file}", COMPANIES);
        MAPPINGS.put("DELETE /api/v1/obligations/{id}/files/{file}", COMPANIES);
        MAPPINGS.put("GET /api/v1/obligations/{id}/attestations/{version}", COMPANIES);
    }

    private AccessMatrix() {}

    static String name(Class<?> view) {
        return view.getSimpleName();
    }
}
