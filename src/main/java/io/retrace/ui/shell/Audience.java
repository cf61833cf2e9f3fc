package io.retrace.ui.shell;

import java.util.List;

/** Who a page is for: decides the navigation and how dense it stands. */
public enum Audience {
    OPEN(false, List.of()),
    MEMBER(
            false,
            List.of(
                    new Entry(Routes.MEMBER, "shell.nav.photos", List.of("", "photos")),
                    new Entry(Routes.COMPANIES, "shell.nav.companies", List.of(Routes.COMPANIES)),
                    new Entry(Routes.REQUESTS, "shell.nav.requests", List.of(Routes.REQUESTS)))),
    SUPPORT(
            true,
            List.of(
                    new Entry(Routes.SUPPORT, "shell.nav.queue", List.of(Routes.SUPPORT)),
                    new Entry(
                            Routes.SUPPORT + "/undelivered",
                            "shell.nav.undelivered",
                            List.of(Routes.SUPPORT + "/undelivered")),
                    new Entry(Routes.SUPPORT + "/agents", "shell.nav.agents", List.of(Routes.SUPPORT + "/agents")))),
    AUDIT(
            true,
            List.of(
                    new Entry(Routes.AUDIT, "shell.nav.log", List.of(Routes.AUDIT)),
                    new Entry(Routes.AUDIT + "/requests", "shell.nav.requests", List.of(Routes.AUDIT + "/requests")),
                    new Entry(Routes.AUDIT + "/register", "shell.nav.register", List.of(Routes.AUDIT + "/register")),
                    new Entry(Routes.AUDIT + "/figures", "shell.nav.figures", List.of(Routes.AUDIT + "/figures")))),
    /** Whoever answers one question without an account: there is nowhere else to go. */
    DECLARANT(false, List.of()),
    COMPANY(false, List.of(new Entry(Routes.COMPANY, "shell.nav.inbox", List.of(Routes.COMPANY))));

    private final boolean dense;
    private final List<Entry> entries;

    Audience(boolean dense, List<Entry> entries) {
        this.dense = dense;
        this.entries = entries;
    }

    boolean dense() {
        return dense;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Whether its readers may have to hide what they read: people do, staff and companies at work do not. */
    boolean discreet() {
        return this == OPEN || this == MEMBER;
    }

    /** Where the mark in the corner leads. */
    String home() {
        return entries.isEmpty() ? Routes.WELCOME : entries.getFirst().path();
    }

    /** One entry of the navigation, current on pages whose address starts with one of these segments. */
    record Entry(String path, String key, List<String> segments) {

        /** How much of an address it claims; -1 for nothing of it. */
        int claims(String address) {
            return segments.stream()
                    .filter(segment -> address.equals(segment) || address.startsWith(segment + "/"))
                    .mapToInt(String::length)
                    .max()
                    .orElse(-1);
        }
    }
}
