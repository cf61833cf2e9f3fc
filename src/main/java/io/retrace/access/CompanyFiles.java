package io.retrace.access;

import io.retrace.requests.RequestId;
import io.retrace.shared.ForModules;
import java.io.InputStream;
import java.util.List;

/** What companies sent for a person’s copy. */
@ForModules
public interface CompanyFiles {

    /** The files of the answers in force, by company and name. Files that no answer names are not part of any copy. */
    List<CompanyFile> of(RequestId request);

    /** Decrypts as it is read; throws {@code NotFound}, and while reading if what is stored was altered. */
    InputStream open(CompanyFileId file);
}
