package io.retrace.identity;

import io.retrace.shared.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.client.jaxrs.internal.ResteasyClientBuilderImpl;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.representations.idm.UserRepresentation;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** People’s accounts, through Keycloak’s own admin client and the service account of {@code retrace-admin}. */
@Component
class Accounts implements DisposableBean {

    private final Keycloak keycloak;
    private final String realm;

    /** Connects with the first question, so Keycloak may be away when we start. */
    Accounts(KeycloakSettings settings) {
        this.realm = settings.realm();
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(settings.server())
                .realm(settings.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId("retrace-admin")
                .clientSecret(settings.adminSecret())
                .resteasyClient(new ResteasyClientBuilderImpl()
                        .connectTimeout(3, TimeUnit.SECONDS)
                        .readTimeout(10, TimeUnit.SECONDS)
                        .connectionPoolSize(8)
                        .build())
                .build();
    }

    /** The account’s address; empty if there is no such account, it is disabled, or the address is not proved. */
    Optional<Contact> contact(MemberRef member) {
        return accounts(member).stream()
                .filter(account ->
                        Boolean.TRUE.equals(account.isEnabled()) && Boolean.TRUE.equals(account.isEmailVerified()))
                .findFirst()
                .map(Accounts::contact);
    }

    /** Likewise, of an account that {@link #shutOut} has disabled: for the last letter. */
    Optional<Contact> lastContact(MemberRef member) {
        return accounts(member).stream()
                .filter(account -> Boolean.TRUE.equals(account.isEmailVerified()))
                .findFirst()
                .map(Accounts::contact);
    }

    /** Whose proved address it is; empty if nobody’s or more than one’s, or the account is disabled. */
    Optional<MemberRef> memberAt(EmailAddress address) {
        var members = keycloak.realm(realm).users().searchByEmail(address.value(), true).stream()
                .filter(account -> address.value().equalsIgnoreCase(account.getEmail()))
                .filter(account ->
                        Boolean.TRUE.equals(account.isEnabled()) && Boolean.TRUE.equals(account.isEmailVerified()))
                .flatMap(account -> Optional.ofNullable(account.getAttributes())
                        .map(attributes -> attributes.getOrDefault("member_ref", List.of()))
                        .orElseGet(List::of)
                        .stream())
                .distinct()
                .toList();
        return members.size() == 1 ? Optional.of(new MemberRef(members.getFirst())) : Optional.empty();
    }

    /** Ends every session and lets nobody sign in any more. */
    void shutOut(MemberRef member) {
        for (var account : accounts(member)) {
            var user = keycloak.realm(realm).users().get(account.getId());
            account.setEnabled(false);
            user.update(account);
            user.logout(); // Keycloak tells the portal, which ends its session too
        }
    }

    /** Deletes the account with everything Keycloak holds of it; nothing if it is gone already. */
    void remove(MemberRef member) {
        for (var account : accounts(member)) {
            try (var answer = keycloak.realm(realm).users().delete(account.getId())) {
                var status = answer.getStatus();
                if (status != 404 && status >= 300) {
                    throw new IllegalStateException(
                            "Keycloak answered " + status + " when an account was to be deleted");
                }
            }
        }
    }

    private List<UserRepresentation> accounts(MemberRef member) {
        return keycloak.realm(realm).users().searchByAttributes("member_ref:" + member.value(), true).stream()
                .filter(account -> Optional.ofNullable(account.getAttributes())
                        .map(attributes -> attributes.getOrDefault("member_ref", List.of()))
                        .orElseGet(List::of)
                        .contains(member.value()))
                .toList();
    }

    private static Contact contact(UserRepresentation account) {
        var attributes = Optional.ofNullable(account.getAttributes()).orElseGet(Map::of);
        var locale = attributes.getOrDefault("locale", List.of()).stream()
                .findFirst()
                .orElse("en");
        return new Contact(new EmailAddress(account.getEmail()), Locale.forLanguageTag(locale));
    }

    @Override
    public void destroy() {
        keycloak.close();
    }
}
