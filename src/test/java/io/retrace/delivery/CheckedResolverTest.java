package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.delivery.CheckedResolver.AddressRefused;
import io.retrace.partners.AddressRules;
import io.retrace.testing.UseCase;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedResolverTest {

    private final InMemoryDnsResolver names = new InMemoryDnsResolver();
    private final CheckedResolver resolver = new CheckedResolver(names, AddressRules.PUBLIC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1",
                "fd00:ec2::254",
                "0.0.0.1",
                "168.63.129.16",
                "169.254.170.2",
                "100.100.100.200",
                "100.127.255.255",
                "192.0.0.170",
                "192.0.0.192",
                "198.19.255.255",
                "192.168.255.255",
                "224.0.0.251",
                "::2",
                "::ffff:169.254.169.254",
                "::ffff:0:127.0.0.1",
                "64:ff9b::808:808",
                "64:ff9b:1:ffff::1",
                "100:0:0:1::1",
                "2001:0:4136:e378::1",
                "2001:2::1",
                "2001:10::1",
                "2002:a9fe:a9fe::1",
                "3fff:fff::1",
                "5f00:ffff::1",
                "fd20:ce::254",
                "fe80::a9fe:a9fe",
                "febf::1",
                "ff0e::1"
            })
    void an_address_that_is_not_public_is_refused(String address) throws Exception {
        names.add("company.example", InetAddress.getByName(address));
        assertThatThrownBy(() -> resolver.resolve("company.example", 443)).isInstanceOf(AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "93.184.216.34", "172.15.255.255", "172.32.0.1", "2606:4700::1111", "2a00:1450::5"})
    void a_public_address_is_connected_to_as_it_was_checked(String address) throws Exception {
        names.add("company.example", InetAddress.getByName(address));
        assertThat(resolver.resolve("company.example")).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void one_private_address_spoils_the_whole_name() throws Exception {
        names.add("both.example", InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1"));
        names.add("other-way.example", InetAddress.getByName("::1"), InetAddress.getByName("2606:4700::1111"));
        assertThatThrownBy(() -> resolver.resolve("both.example", 443)).isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> resolver.resolve("other-way.example", 443)).isInstanceOf(AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "2130706433",
                "127.1",
                "0x7f.1",
                "0",
                "[::1]",
                "::1",
                "::ffff:127.0.0.1",
                "localhost"
            })
    void this_machine_is_refused_however_it_is_spelt(String host) {
        var system = new CheckedResolver(SystemDefaultDnsResolver.INSTANCE, AddressRules.PUBLIC);
        assertThatThrownBy(() -> system.resolve(host, 443)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @UseCase("UC-015/7")
    @ValueSource(
            strings = {
                "0177.0.0.1",
                "0x7f.1",
                "0X7F.0.0.1",
                "2130706433",
                "017700000001",
                "0x7f000001",
                "127.1",
                "127.0.1",
                "127.0.0.1.",
                "127.0.0.01",
                "4294967297",
                "010.8.8.8",
                "8.8.8.08",
                "134744072",
                "1.2.3.4.5",
                "\uff11\uff12\uff17.\uff10.\uff10.\uff11",
                "127\u30020\u30020\u30021",
                "%31%32%37.0.0.1",
                "company.example.0x7f"
            })
    void a_spelling_that_resolvers_read_differently_is_refused_whatever_ours_makes_of_it(String host) throws Exception {
        names.add(host, InetAddress.getByName("8.8.8.8"));
        assertThatThrownBy(() -> resolver.resolve(host)).isInstanceOf(AddressRefused.class);
        var demo = new CheckedResolver(names, AddressRules.LOOPBACK);
        names.add(host, InetAddress.getLoopbackAddress());
        assertThatThrownBy(() -> demo.resolve(host)).isInstanceOf(AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "8.8.8.8.example", "7-eleven.example", "0x7f.example", "xn--mnchen-3ya.example"})
    void plain_addresses_and_names_with_digits_are_names_like_others(String host) throws Exception {
        names.add(host, InetAddress.getByName("8.8.8.8"));
        assertThat(resolver.resolve(host)).hasSize(1);
    }

    @Test
    void the_demo_goes_to_this_machine_and_nowhere_else() throws Exception {
        var demo = new CheckedResolver(names, AddressRules.LOOPBACK);
        names.add("here.example", InetAddress.getByName("127.0.0.1"));
        names.add("lan.example", InetAddress.getByName("192.168.1.1"));
        names.add("there.example", InetAddress.getByName("8.8.8.8"));
        assertThat(demo.resolve("here.example")).hasSize(1);
        assertThatThrownBy(() -> demo.resolve("lan.example")).isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> demo.resolve("there.example")).isInstanceOf(AddressRefused.class);
    }
}
