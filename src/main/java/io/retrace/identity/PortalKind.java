package io.retrace.identity;

/** Whom a portal is for; its database knows it from the first start on and never changes it (ADR 0021). */
enum PortalKind {
    /** Real people and nobody else. */
    REAL,
    /** Made-up people and nobody else: companies try their programs here. */
    SANDBOX,
    /** The demo: nobody in it is real, and companies may make up more people. */
    DEMO;

    boolean hasMadeUpPeople() {
        return this != REAL;
    }
}
