package io.retrace.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Reads what the realm writes into tokens ({@code keycloak/README.md}); anything of another shape counts as absent. */
final class Claims {

    static final String ROLES = "roles";
    static final String MEMBER_REF = "member_ref";
    static final String COMPANY = "company";
    static final String ORGANIZATION = "organization";
    static final String ACR = "acr";

    private Claims() {}

    /** The flat list of realm roles as authorities that {@code hasRole} understands. */
    static List<GrantedAuthority> authorities(@Nullable Object roles) {
        return strings(roles).stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    /** Alias of the organisation, if there is exactly one: Keycloak writes a list, or an object when it adds details. */
    static Optional<String> onlyOrganization(@Nullable Object claim) {
        var aliases = claim instanceof Map<?, ?> details ? strings(details.keySet()) : strings(claim);
        return aliases.size() == 1 ? Optional.of(aliases.getFirst()) : Optional.empty();
    }

    static Optional<String> text(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** Level of authentication; 0 if it is missing or no small number. */
    static int level(@Nullable Object acr) {
        return acr instanceof String text && text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
    }

    private static List<String> strings(@Nullable Object claim) {
        if (!(claim instanceof Collection<?> values)) return Collections.emptyList();
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }
}
