package io.retrace.delivery;

import java.net.Inet4Address;
import org.springframework.boot.http.client.InetAddressFilter;

/** Which addresses we connect to when a company names them. */
final class AddressRules {

    /**
     * The public Internet: nothing of the IANA special-purpose registries (RFC 6890), and of IPv6 only 2000::/3, which is all
     * of its global unicast. That leaves out every way to write an IPv4 address in IPv6 as well (64:ff9b::/96, ::/96 …).
     */
    static final InetAddressFilter PUBLIC = InetAddressFilter.externalAddresses()
            .and(InetAddressFilter.of("2000::/3").or(address -> address instanceof Inet4Address))
            .andNot("3fff::/20"); // documentation, RFC 9637

    /** This machine alone: for the demo and tests. */
    static final InetAddressFilter LOOPBACK = address -> address.isLoopbackAddress();

    private AddressRules() {}
}
