package io.retrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.access.Member.Company;
import io.retrace.requests.RequestKind;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.ScreenLook;
import io.retrace.testing.UseCase;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The package as it is opened: unpacked to a folder, from a disk, in real Chromium that may ask nobody for anything. */
@UseCase("UC-012/13")
class PackagePageIT {

    private static final Instant SPRING = Instant.parse("2024-03-01T10:00:00Z");

    private static Path english = Path.of("");
    private static Path german = Path.of("");
    private static Path large = Path.of("");

    private final List<String> asked = new ArrayList<>();
    private final List<Browser> open = new ArrayList<>();

    @BeforeAll
    static void unpack() throws IOException {
        english = copy(Locale.ENGLISH, 3);
        german = copy(Locale.GERMAN, 3);
        large = copy(Locale.ENGLISH, 230);
    }

    @AfterEach
    void close() {
        open.forEach(Browser::close);
    }

    static Stream<Arguments> ways() {
        return Stream.of("index.html", "german:index.html", "large:index.html", "large:pages/2024-1.html")
                .flatMap(page -> Stream.of(Screen.values())
                        .flatMap(screen -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(colours -> Arguments.of(page, screen, colours))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void it_can_be_read_by_everybody(String address, Screen screen, ColorScheme colours) {
        var page = open(address, screen, colours);
        assertThat(page.locator("h1")).isNotNull();
        assertThat(page.locator("main h1").count()).isEqualTo(1);
        page.evaluate("() => document.querySelectorAll('details').forEach(more => more.open = true)");
        var name = ("package-" + address + "-" + screen + "-" + colours)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        ScreenLook.passes(open.getLast(), name);
    }

    @Test
    void it_asks_for_nothing_but_what_lies_beside_it() {
        for (var address : List.of("index.html", "large:index.html", "large:pages/2024-1.html")) {
            open(address, Screen.WIDE, ColorScheme.LIGHT);
        }
        assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith("file:"));
        assertThat(open).allSatisfy(browser -> assertThat(browser.complaints()).isEmpty());
    }

    @Test
    void its_pictures_are_seen_and_can_be_covered() {
        var page = open("index.html", Screen.PHONE, ColorScheme.LIGHT);
        var picture = page.locator(".picture img").first();
        picture.scrollIntoViewIfNeeded();
        page.waitForFunction("() => document.querySelector('.picture img').naturalWidth > 0");
        page.getByLabel("Cover the pictures").check();
        assertThat(picture.isVisible()).isFalse();
    }

    @Test
    void every_link_leads_to_something_in_the_package() throws IOException {
        for (var folder : List.of(english, german, large)) {
            try (var pages = Files.walk(folder)) {
                for (var file :
                        pages.filter(f -> f.toString().endsWith(".html")).toList()) {
                    var matcher = java.util.regex.Pattern.compile("(?:href|src)=\"([^\"#]*)")
                            .matcher(Files.readString(file));
                    while (matcher.find()) {
                        if (matcher.group(1).isEmpty()) continue;
                        assertThat(file.resolveSibling(matcher.group(1)).normalize())
                                .exists();
                    }
                }
            }
        }
    }

    @Test
    void it_says_who_has_not_answered_and_lists_the_trail_of_a_photo() {
        var page = open("index.html", Screen.PHONE, ColorScheme.LIGHT);
        assertThat(page.locator(".notice").innerText()).contains("have not answered yet");
        assertThat(page.locator(".trail > li").count()).isPositive();
        assertThat(page.locator("main").innerText()).contains("Training AI", "Lumen Vision");
    }

    private Page open(String address, Screen screen, ColorScheme colours) {
        var browser = Browser.open(screen, colours, "en-GB");
        open.add(browser);
        var page = browser.page();
        page.context().setOffline(true);
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(file(address).toUri().toString());
        return page;
    }

    private static Path file(String address) {
        var parts = address.split(":");
        if (parts.length == 1) return english.resolve(address);
        return (parts[0].equals("german") ? german : large).resolve(parts[1]);
    }

    private static Path copy(Locale language, int photos) throws IOException {
        var world = AccessWorld.shared();
        var ada = world.member(language);
        var lumen = Company.register(world, "Lumen Vision");
        var mosaic = Company.register(world, "Mosaic Media");
        for (int i = 0; i < photos; i++) {
            var photo = ada.photo(SPRING.plusSeconds(i * 86_400L), "p-" + i + ada.ref());
            ada.picture(photo, picture(i));
            if (i == 1) continue;
            ada.sent(photo, lumen, "model-training", SPRING.plusSeconds(60));
            for (int again = 0; again < (i == 2 ? 8 : 1); again++)
                ada.sent(photo, mosaic, "advertising", SPRING.plusSeconds(120), lumen);
        }
        var erasure = ada.request(RequestKind.ERASURE.name(), lumen, mosaic);
        lumen.erased(erasure);
        world.db()
                .sql("insert into mail (id, occasion, subject_id, request_id, planned_at, ended_at, ending)"
                        + " values (gen_random_uuid(), 'RELEASED', ?, ?, now(), now(), 'SENT')")
                .params(ada.subject().value(), erasure.value())
                .update();
        var request = ada.asksForCopy(lumen, mosaic);
        world.runDue();
        var folder = Files.createTempDirectory("copy");
        Unzipped.of(world.download(ada, world.newest(ada, request).id())).to(folder);
        return folder;
    }

    private static byte[] picture(int number) throws IOException {
        var image = new BufferedImage(320, 400, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.getHSBColor(number * 0.13f, 0.4f, 0.8f));
        canvas.fillRect(0, 0, 320, 400);
        canvas.setColor(Color.WHITE);
        canvas.fillOval(90, 90, 140, 140);
        canvas.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
