package io.retrace.access;

import java.util.UUID;

/** Our name of a file that a company sent. */
public record CompanyFileId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
