package io.retrace.delivery;

import io.retrace.partners.AddressRules;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Resolves a name once and refuses it as a whole if any of its addresses is not allowed, and every
 * address that resolvers read in different ways. The connection is made to the very
 * address that was checked, so that a name that resolves differently a moment later (DNS rebinding) gains nothing.
 */
final class CheckedResolver implements DnsResolver {

    private final DnsResolver names;
    private final InetAddressFilter allowed;

    CheckedResolver(DnsResolver names, InetAddressFilter allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (AddressRules.oddlySpelt(host)) throw new AddressRefused();
        var addresses = names.resolve(host);
        if (addresses == null || addresses.length == 0) throw new UnknownHostException(host);
        for (var address : addresses) if (!allowed.matches(address)) throw new AddressRefused();
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host; // nothing of ours asks for it, and it would be a second look-up
    }

    /** The name leads somewhere we do not go. */
    static final class AddressRefused extends UnknownHostException {
        AddressRefused() {
            super("an address of this name is not public");
        }
    }
}
