package io.retrace.embedded.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A made-up platform from 2014 to 2026: members, their photos, and who got them. Deterministic, so that a second seeding
 * sends the same events and changes nothing.
 */
final class DemoWorld {

    /** The day the platform gave every photo it had to a face-recognition company. */
    static final LocalDate BULK_FEED = LocalDate.of(2014, 9, 17);

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 30);
    private static final List<String> ADAS =
            List.of("clearwater-safety", "palisade-id", "northlight-research", "beacon-ads", "mosaic-media");

    private final DemoRegistry registry;
    private final int members;
    private final int photosEach;
    private final int disclosures;

    DemoWorld(DemoRegistry registry, int members, int photosEach, int disclosures) {
        this.registry = registry;
        this.members = members;
        this.photosEach = photosEach;
        this.disclosures = disclosures;
    }

    /** A photo as the feed names it. */
    record Photo(String ref, String member, Instant uploadedAt, long seed) {}

    /** One disclosure line. */
    record Disclosure(Photo photo, DemoRegistry.Company to, Instant at, String passedOnBy) {}

    List<Photo> photos() {
        var photos = new ArrayList<Photo>(members * photosEach);
        for (int member = 1; member <= members; member++) {
            var random = new SplittableRandom(member * 7919L);
            for (int n = 0; n < photosEach; n++) {
                var name = "m-%06d".formatted(member);
                var day = member == 1 && n < 5 ? FIRST.plusDays(20 + 40L * n) : day(random, FIRST);
                photos.add(new Photo("p-%06d-%03d".formatted(member, n), name, at(day, random), random.nextLong()));
            }
        }
        return photos;
    }

    /** First the bulk feed and what came of it, then the accounts a visitor tries, then everybody else. */
    List<Disclosure> disclosures(List<Photo> photos) {
        var all = new ArrayList<Disclosure>(disclosures + photosEach);
        var random = new SplittableRandom(20140917);
        for (var photo : photos) {
            if (photo.uploadedAt().isBefore(BULK_FEED.atStartOfDay().toInstant(ZoneOffset.UTC)) && !cleos(photo)) {
                bulk(photo, all);
            }
        }
        photos.stream().filter(photo -> photo.member().equals("m-000001")).forEach(photo -> adas(photo, all, random));
        var others = photos.stream()
                .filter(photo -> !photo.member().equals("m-000001") && !cleos(photo))
                .toList();
        while (all.size() < disclosures) {
            var photo = others.get(random.nextInt(others.size()));
            var to = registry.companies()
                    .get(2 + random.nextInt(registry.companies().size() - 3));
            all.add(new Disclosure(photo, to, later(photo, random), ""));
        }
        bens(photos, all, random);
        return all;
    }

    static String photoLine(Photo photo, String sha256) {
        return "{\"event_id\":\"%s\",\"photo\":\"%s\",\"member\":\"%s\",\"uploaded_at\":\"%s\",\"sha256\":\"%s\"}\n"
                .formatted(id(photo.ref()), photo.ref(), photo.member(), photo.uploadedAt(), sha256);
    }

    static String line(Disclosure disclosure, int number) {
        var onward =
                disclosure.passedOnBy().isEmpty() ? "" : ",\"passed_on_by\":\"%s\"".formatted(disclosure.passedOnBy());
        return ("{\"event_id\":\"%s\",\"photo\":\"%s\",\"partner\":\"%s\",\"purpose\":\"%s\",\"legal_basis\":\"%s\","
                        + "\"disclosed_at\":\"%s\"%s}\n")
                .formatted(
                        id("disclosure " + number),
                        disclosure.photo().ref(),
                        disclosure.to().slug(),
                        disclosure.to().purpose(),
                        disclosure.to().basis(),
                        disclosure.at(),
                        onward);
    }

    /** Ben alone had something printed: by the last company of the list, which answers by mail link. Three went to a broker. */
    private void bens(List<Photo> photos, List<Disclosure> all, SplittableRandom random) {
        photos.stream()
                .filter(photo -> photo.member().equals("m-000002"))
                .limit(2)
                .map(photo -> new Disclosure(photo, registry.companies().getLast(), later(photo, random), ""))
                .forEach(all::add);
        photos.stream()
                .filter(photo -> photo.member().equals("m-000002"))
                .limit(3)
                .map(photo -> new Disclosure(photo, registry.company(FileDesk.SLUG), later(photo, random), ""))
                .forEach(all::add);
    }

    private void bulk(Photo photo, List<Disclosure> all) {
        var lumen = BULK_FEED.atTime(3, 0).toInstant(ZoneOffset.UTC);
        all.add(new Disclosure(photo, registry.company("lumen-vision"), lumen, ""));
        if (Math.floorMod(photo.seed(), 3) == 0 || photo.member().equals("m-000001")) {
            var argus = LocalDate.of(2015, 3, 2).atTime(9, 30).toInstant(ZoneOffset.UTC);
            all.add(new Disclosure(photo, registry.company("argus-analytics"), argus, "lumen-vision"));
        }
    }

    /** Ada’s first nine photos went to the companies whose answers the demo shows; three went nowhere. */
    private void adas(Photo photo, List<Disclosure> all, SplittableRandom random) {
        int number = Integer.parseInt(photo.ref().substring(photo.ref().length() - 3));
        if (number >= 9) return;
        for (int i = 0; i < ADAS.size(); i++) {
            if ((number + i) % 3 != 2) {
                all.add(new Disclosure(photo, registry.company(ADAS.get(i)), later(photo, random), ""));
            }
        }
    }

    /** Cleo’s photos never left the platform: “No company received your photos” must be seen too. */
    private static boolean cleos(Photo photo) {
        return photo.member().equals("m-000003");
    }

    private static Instant later(Photo photo, SplittableRandom random) {
        return at(day(random, photo.uploadedAt().atZone(ZoneOffset.UTC).toLocalDate()), random);
    }

    private static LocalDate day(SplittableRandom random, LocalDate from) {
        return LocalDate.ofEpochDay(random.nextLong(from.toEpochDay(), LAST.toEpochDay() + 1));
    }

    private static Instant at(LocalDate day, SplittableRandom random) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(random.nextInt(86_400));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("retrace demo " + name).getBytes(StandardCharsets.UTF_8));
    }
}
