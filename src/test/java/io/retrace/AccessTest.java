package io.retrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import io.retrace.identity.Roles;
import io.retrace.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route and every mapping × every role. The matrix is written here by hand; what it does not allow must be denied,
 * and a route or mapping that it does not know fails.
 */
@SpringBootTest
@AutoConfigureMockMvc
class AccessTest {

    private static final String NOBODY = "nobody";
    private static final List<String> ROLES = List.of(
            NOBODY,
            Roles.MEMBER,
            Roles.SUPPORT,
            Roles.SUPPORT_LEAD,
            Roles.PARTNER,
            Roles.PARTNER_ADMIN,
            Roles.AUDITOR,
            Roles.PLATFORM,
            Roles.MAIL_DECLARANT);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Test
    void the_matrix_knows_every_route_and_every_mapping() {
        Set<String> routes = routes().map(AccessMatrix::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> mappings = calls().stream().map(Call::toString).collect(Collectors.toCollection(TreeSet::new));
        assertThat(routes).isEqualTo(AccessMatrix.ROUTES.keySet());
        assertThat(mappings).isEqualTo(AccessMatrix.MAPPINGS.keySet());
    }

    @TestFactory
    Stream<DynamicTest> a_view_opens_for_its_roles_and_for_nobody_else() {
        var checker = new AccessAnnotationChecker();
        return routes().flatMap(view -> ROLES.stream().map(role -> {
            var expected = AccessMatrix.ROUTES
                    .getOrDefault(AccessMatrix.name(view), Set.of())
                    .contains(role);
            return DynamicTest.dynamicTest(
                    AccessMatrix.name(view) + " × " + role,
                    () -> assertThat(checker.hasAccess(view, role.equals(NOBODY) ? null : () -> role, role::equals))
                            .isEqualTo(expected));
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_mapping_answers_its_roles_and_denies_everybody_else() {
        return calls().stream()
                .flatMap(call -> ROLES.stream()
                        .map(role -> DynamicTest.dynamicTest(call + " × " + role, () -> check(call, role))));
    }

    private void check(Call call, String role) throws Exception {
        int status = mvc.perform(MockMvcRequestBuilders.request(call.method(), call.path())
                        .contentType(call.consumes())
                        .content("{}")
                        .with(as(role, call.path().startsWith("/api/"))))
                .andReturn()
                .getResponse()
                .getStatus();
        if (AccessMatrix.MAPPINGS.getOrDefault(call.toString(), Set.of()).contains(role)) {
            assertThat(status).isNotIn(401, 403).isLessThan(500);
        } else if (call.path().startsWith("/api/")) {
            assertThat(status).isEqualTo(role.equals(NOBODY) ? 401 : 403);
        } else {
            assertThat(status).isIn(302, 401, 403, 404);
        }
    }

    private static RequestPostProcessor as(String role, boolean api) {
        if (role.equals(NOBODY)) return anonymous();
        var authority = new SimpleGrantedAuthority("ROLE_" + role);
        if (api)
            return jwt().jwt(token -> token.claim("company", "unknown-company")).authorities(authority);
        return oidcLogin()
                .idToken(token -> token.claim("member_ref", "m-nobody"))
                .authorities(authority);
    }

    private static Stream<Class<?>> routes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.retrace").stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .map(type -> (Class<?>) type.reflect());
    }

    private List<Call> calls() {
        var calls = new ArrayList<Call>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, method) -> {
                if (method.getBeanType().getName().startsWith("io.retrace.")) calls.addAll(Call.of(info));
            });
        }
        return calls;
    }

    /** One method and path, with an id in each variable that belongs to nobody. */
    record Call(HttpMethod method, String pattern, MediaType consumes) {

        static List<Call> of(RequestMappingInfo info) {
            var consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                    .findFirst()
                    .orElse(MediaType.APPLICATION_JSON);
            return info.getPatternValues().stream()
                    .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                            .map(method -> new Call(method.asHttpMethod(), pattern, consumes)))
                    .toList();
        }

        String path() {
            return pattern.replaceAll("\\{[^}]+}", new UUID(0x7000L, 0x8000000000000000L).toString());
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }
}
