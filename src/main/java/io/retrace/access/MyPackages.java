package io.retrace.access;

import io.retrace.access.PackageDownload.Device;
import io.retrace.requests.RequestId;
import io.retrace.shared.Reference;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The signed-in member’s packages. What is not theirs answers like what does not exist. */
public interface MyPackages {

    /** Packages of one request, newest first. */
    List<AccessPackage> of(RequestId request);

    /** The request whose page tells of this package; throws {@code NotFound}. */
    Reference request(PackageId id);

    /** Orders a newer one in this language; if one is waiting to be made already, that is the one. Throws {@code NotFound}. */
    void makeAgain(RequestId request, Locale language);

    /**
     * Opens a package that is ready, for reading; throws {@code NotFound} if it is not there any more. Needs a fresh
     * step-up ({@code StepUpRequired} otherwise), or an earlier download that this one goes on with.
     *
     * @param earlier the download this one goes on with, as {@link OpenPackage#download} named it, or {@code null}
     */
    OpenPackage download(PackageId id, Device device, @Nullable UUID earlier);

    /** What a download would give, without beginning one; the same refusals. */
    PackageFile look(PackageId id, @Nullable UUID earlier);
}
