package io.retrace.identity;

import java.util.Optional;

/** The only door to the security context: who is asking, in our words. */
public interface CurrentUser {

    /** Whether somebody is signed in at all. */
    boolean signedIn();

    /** The member who is asking; throws {@code NotFound} if the caller is no member. */
    SubjectId subject();

    /** The slug of the company the caller answers for; throws {@code NotFound} if it answers for none. */
    String company();

    /** The declarant who came by a mail link instead of an account, if it is one. */
    Optional<MailDeclarant> mailDeclarant();

    /** Who to write into timelines. */
    Actor actor();

    /** The Keycloak client they came through ({@code azp}). */
    Optional<String> client();

    /** How surely they are who they say. */
    Assurance assurance();

    /** What to call them on their own screen; never stored. */
    Optional<String> displayName();

    /** Whether they hold a realm role of {@link Roles}. */
    boolean has(String role);

    /** Throws {@code StepUpRequired} unless the sign-in was proved again within {@link Assurance#FRESH}. */
    void requireStepUp();
}
