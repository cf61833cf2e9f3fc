package io.retrace.access;

import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** What a company sent, and where it lies in the package. */
record SentIn(CompanyFile file, String path) {

    /** Everything that some program or system might read as more than a name. */
    private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N}._-]+|^\\.+");

    /** In a folder for each company, numbered, so that no two names meet. */
    static List<SentIn> of(List<CompanyFile> files, List<Partner> companies) {
        var slugs = new HashMap<PartnerId, String>();
        for (var company : companies) slugs.put(company.id(), company.slug());
        var counts = new HashMap<PartnerId, Integer>();
        var sent = new ArrayList<SentIn>();
        for (var file : files) {
            int number = counts.merge(file.company(), 1, Integer::sum);
            var folder = slugs.getOrDefault(
                    file.company(), "company-" + file.company().value());
            sent.add(new SentIn(file, "companies/" + folder + "/" + number + "-" + safe(file.name())));
        }
        return sent;
    }

    private static String safe(String name) {
        var safe = ODD.matcher(name).replaceAll("_");
        return safe.length() <= 100 ? safe : safe.substring(safe.length() - 100);
    }
}
