package io.retrace.partners;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole registry at one version; never changed, only replaced. */
record Registered(
        long version,
        Map<Integer, Partner> partners,
        Map<String, Partner> bySlug,
        Map<Integer, Purpose> purposes,
        Map<String, Purpose> byCode) {

    static Registered of(long version, Collection<Partner> partners, Collection<Purpose> purposes) {
        return new Registered(
                version,
                partners.stream()
                        .collect(Collectors.toMap(
                                partner -> partner.id().value(), Function.identity(), (a, _) -> a, TreeMap::new)),
                partners.stream().collect(Collectors.toMap(Partner::slug, Function.identity())),
                purposes.stream()
                        .collect(Collectors.toMap(Purpose::no, Function.identity(), (a, _) -> a, TreeMap::new)),
                purposes.stream().collect(Collectors.toMap(Purpose::code, Function.identity())));
    }
}
