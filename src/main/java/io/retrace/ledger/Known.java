package io.retrace.ledger;

import io.retrace.partners.LegalBasis;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.Purpose;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Companies, purposes and legal bases by code, as of the current batch. */
final class Known {

    private static final CodeTable BASES = new CodeTable(
            Arrays.stream(LegalBasis.values()).collect(Collectors.toMap(LegalBasis::code, LegalBasis::no)));
    /** So many different unknown codes of a batch are asked for again, in case another node has just registered them. */
    private static final int ASKED = 100;

    private final PartnerDirectory directory;
    private final Set<String> asked = new HashSet<>();
    private CodeTable partners = new CodeTable(Map.of());
    private CodeTable purposes = new CodeTable(Map.of());

    Known(PartnerDirectory directory) {
        this.directory = directory;
    }

    void begin() {
        var partnerNumbers = new HashMap<String, Integer>();
        for (var partner : directory.partners())
            partnerNumbers.put(partner.slug(), partner.id().value());
        partners = new CodeTable(partnerNumbers);
        var purposeNumbers = new HashMap<String, Integer>();
        for (var purpose : directory.purposes()) purposeNumbers.put(purpose.code(), purpose.no());
        purposes = new CodeTable(purposeNumbers);
        asked.clear();
    }

    int partner(LineFields line, int field) {
        int number = partners.number(line.bytes(), line.from(field), line.to(field));
        return number != CodeTable.NONE
                ? number
                : again(
                        line,
                        field,
                        directory::bySlug,
                        (Partner partner) -> partner.id().value());
    }

    int purpose(LineFields line, int field) {
        int number = purposes.number(line.bytes(), line.from(field), line.to(field));
        return number != CodeTable.NONE ? number : again(line, field, directory::purpose, Purpose::no);
    }

    int basis(LineFields line, int field) {
        return BASES.number(line.bytes(), line.from(field), line.to(field));
    }

    private <T> int again(
            LineFields line, int field, Function<String, Optional<T>> lookup, Function<T, Integer> number) {
        var code = line.text(field);
        if (asked.size() >= ASKED || !asked.add(line.name(field) + " " + code)) return CodeTable.NONE;
        int found = lookup.apply(code).map(number).orElse(CodeTable.NONE);
        if (found != CodeTable.NONE) begin();
        return found;
    }
}
