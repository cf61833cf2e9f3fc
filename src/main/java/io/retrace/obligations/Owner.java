package io.retrace.obligations;

/** Whose turn it is (T3). */
enum Owner {
    PERSON,
    SYSTEM,
    COMPANY,
    SUPPORT
}
