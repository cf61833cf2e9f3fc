package io.retrace.partners;

import io.retrace.shared.DomainException.NotFound;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The registry in memory. A change on this node is seen at once; one on another node within {@link #TRUSTED}, and at once
 * by whoever asks for something that this copy does not know. It is read on the caller’s own connection: a second one for
 * every caller would exhaust the pool.
 */
@Service
class CachedDirectory implements PartnerDirectory {

    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final StoredRegistry stored;
    private final AtomicReference<@Nullable Copy> copy = new AtomicReference<>();

    CachedDirectory(StoredRegistry stored) {
        this.stored = stored;
    }

    @Override
    public Partner partner(PartnerId id) {
        return find(all -> all.partners().get(id.value())).orElseThrow(() -> new NotFound("error.not-found"));
    }

    @Override
    public Optional<Partner> bySlug(String slug) {
        return find(all -> all.bySlug().get(slug));
    }

    @Override
    public Collection<Partner> partners() {
        return current().partners().values();
    }

    @Override
    public Optional<Purpose> purpose(String code) {
        return find(all -> all.byCode().get(code));
    }

    @Override
    public Purpose purpose(int no) {
        return find(all -> all.purposes().get(no)).orElseThrow(() -> new NotFound("error.not-found"));
    }

    @Override
    public Collection<Purpose> purposes() {
        return current().purposes().values();
    }

    /** Counted up by every change; as fresh as what is read here. */
    long version() {
        return current().version();
    }

    /** To be called at the start of a transaction that changes the registry: what it writes is not for others until it ends. */
    void changing() {
        RegistryChange.begin(() -> copy.set(null));
    }

    private <T> Optional<T> find(Function<Registered, @Nullable T> lookup) {
        var known = copy.get();
        if (known != null && known.trusted()) {
            var found = lookup.apply(known.registered());
            if (found != null) return Optional.of(found);
        }
        return Optional.ofNullable(lookup.apply(checked()));
    }

    private Registered current() {
        var known = copy.get();
        return known != null && known.trusted() ? known.registered() : checked();
    }

    private Registered checked() {
        if (RegistryChange.underWay()) return stored.read();
        var known = copy.get();
        long asked = System.nanoTime();
        var registered =
                known != null && known.registered().version() == stored.version() ? known.registered() : stored.read();
        copy.accumulateAndGet(new Copy(registered, asked), Copy::newer);
        return registered;
    }

    /** @param checked by the monotonic clock: a wall clock that is set back would keep an old copy for hours */
    private record Copy(Registered registered, long checked) {

        boolean trusted() {
            return System.nanoTime() - checked < TRUSTED.toNanos();
        }

        /** A reader that was overtaken must not bring an older registry back. */
        static Copy newer(@Nullable Copy known, Copy read) {
            return known != null
                            && known.registered().version() > read.registered().version()
                    ? known
                    : read;
        }
    }
}
