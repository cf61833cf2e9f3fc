package io.retrace.partners;

import java.net.Inet4Address;
import org.springframework.boot.http.client.InetAddressFilter;

/** Which addresses we connect to when a company names them: asked at registration and again at each send. */
public final class AddressRules {

    /**
     * The public Internet: nothing of the IANA special-purpose registries (RFC 6890), and of IPv6 only 2000::/3, which is all
     * of its global unicast. That leaves out every way to write an IPv4 address in IPv6 as well (64:ff9b::/96, ::/96 …).
     */
    public static final InetAddressFilter PUBLIC = InetAddressFilter.externalAddresses()
            .and(InetAddressFilter.of("2000::/3").or(address -> address instanceof Inet4Address))
            .andNot("3fff::/20") // documentation, RFC 9637
            .andNot("168.63.129.16/32"); // looks public, and is what a machine of Azure asks about itself

    /** This machine alone: for the demo and tests. */
    public static final InetAddressFilter LOOPBACK = address -> address.isLoopbackAddress();

    private AddressRules() {}
}
