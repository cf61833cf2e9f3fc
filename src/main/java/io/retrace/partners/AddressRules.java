package io.retrace.partners;

import java.net.Inet4Address;
import java.util.regex.Pattern;
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

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern PLAIN = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");

    private AddressRules() {}

    /**
     * A host that ends in a number is an IPv4 address (WHATWG URL §3.5), and is written as four decimal numbers without leading
     * zeros or is refused: 0177.0.0.1, 0x7f.1, 127.1 and 2130706433 are this machine to one resolver and another address, or
     * a name, to the next. So is every host that only becomes ASCII when somebody folds it, such as fullwidth digits.
     */
    public static boolean oddlySpelt(String host) {
        if (host.startsWith("[") || host.indexOf(':') >= 0) return false; // IPv6, which has no octal
        if (!NAME.matcher(host).matches()) return true;
        var bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        var last = bare.substring(bare.lastIndexOf('.') + 1);
        return NUMBER.matcher(last).matches() && !PLAIN.matcher(host).matches();
    }
}
