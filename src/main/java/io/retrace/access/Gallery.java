package io.retrace.access;

import io.retrace.shared.words.Phrasebook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the photos are told of: few of them on the first page itself, many on pages of their own, by year and at most
 * 200 a page, so that a phone can open each.
 */
final class Gallery {

    static final int ON_FIRST_PAGE = 48;
    static final int ON_ONE_PAGE = 200;

    private final Snapshot snapshot;
    private final List<Page> pages = new ArrayList<>();

    Gallery(Snapshot snapshot) {
        this.snapshot = snapshot;
        if (snapshot.overview().photos() <= ON_FIRST_PAGE) return;
        snapshot.years().entrySet().stream()
                .sorted(Comparator.comparing(java.util.Map.Entry::getKey, Comparator.reverseOrder()))
                .forEach(year -> plan(year.getKey(), year.getValue()));
    }

    /** A page of one year’s photos. */
    record Page(int year, int part, int parts, int photos) {

        String file() {
            return "pages/" + year + (parts == 1 ? "" : "-" + part) + ".html";
        }

        String title(Phrasebook words) {
            var name = Integer.toString(year);
            return parts == 1 ? name : words.say("package.gallery.part", name, part, parts);
        }
    }

    /** Empty if all photos are on the first page. */
    List<Page> pages() {
        return List.copyOf(pages);
    }

    private void plan(int year, int photos) {
        int parts = Math.ceilDiv(photos, ON_ONE_PAGE);
        for (int part = 1; part <= parts; part++) {
            pages.add(new Page(year, part, parts, Math.min(ON_ONE_PAGE, photos - (part - 1) * ON_ONE_PAGE)));
        }
    }

    void writePages(PackageZip zip, PhotoStories photos) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            int number = i;
            zip.text(pages.get(i).file(), out -> {
                var title =
                        words().say("package.gallery.title", pages.get(number).title(words()));
                Sheet.write(out, title, "../", words(), html -> page(html, title, number, photos));
            });
        }
    }

    private void page(Html html, String title, int number, PhotoStories photos) throws IOException {
        links(html, number);
        html.element("h1", title);
        cards(html, photos, pages.get(number).photos(), "../");
        links(html, number);
    }

    /** The switch at its top covers the pictures: the reader may not be alone. */
    void cards(Html html, PhotoStories photos, int most, String up) throws IOException {
        html.raw("<p class=\"cover\"><input type=\"checkbox\" id=\"cover\"> <label for=\"cover\">")
                .text(words().say("package.cover"))
                .raw("</label></p>\n<ul class=\"photos\">\n");
        for (int i = 0; i < most && photos.hasNext(); i++) new PhotoCard(photos.next(), up).write(html);
        html.raw("</ul>\n");
    }

    private void links(Html html, int number) throws IOException {
        html.raw("<p class=\"pager\"><a href=\"../index.html#photos\">")
                .text(words().say("package.back"))
                .raw("</a>");
        if (number > 0) link(html, pages.get(number - 1), "package.gallery.newer");
        if (number < pages.size() - 1) link(html, pages.get(number + 1), "package.gallery.older");
        html.raw("</p>\n");
    }

    private void link(Html html, Page page, String key) throws IOException {
        html.raw(" · <a")
                .attribute("href", "../" + page.file())
                .raw(">")
                .text(words().say(key, page.title(words())))
                .raw("</a>");
    }

    private Phrasebook words() {
        return snapshot.words();
    }
}
