package io.retrace.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A person’s own window of real Chromium: its own cookies, one page. The process is shared by the run. */
public final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
    }

    /** How a screen is looked at. */
    public enum Screen {
        PHONE(390, 844),
        WIDE(1440, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** A wide window in English and light colours. */
    public static Browser open() {
        return open(Screen.WIDE, ColorScheme.LIGHT, "en-GB");
    }

    /** A window of this size, colour scheme and language. */
    public static Browser open(Screen screen, ColorScheme colours, String locale) {
        return new Browser(Chromium.PROCESS.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(colours)
                .setLocale(locale)));
    }

    /** The page in it. */
    public Page page() {
        return page;
    }

    /** The same window at this size and in these colours, without loading anything again. */
    public void become(Screen screen, ColorScheme colours) {
        page.setViewportSize(screen.width, screen.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    }

    /** Scripts that failed and what the content security policy stopped, in the browser’s words. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Keeps what is seen now as {@code target/screens/NAME.png}, the whole page. */
    public void screenshot(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screens", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class Chromium {

        static final com.microsoft.playwright.Browser PROCESS = start();

        private static com.microsoft.playwright.Browser start() {
            var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node());
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(
                                    found("RETRACE_CHROMIUM", "chromium", "chromium-browser", "google-chrome"))
                            .setArgs(ARGUMENTS));
        }

        private static String node() {
            return found("RETRACE_NODE", "node").toString();
        }

        /** What {@code ./retrace test} names, or the first of these programs on the PATH. */
        private static Path found(String variable, String... programs) {
            return Optional.ofNullable(System.getenv(variable))
                    .map(Path::of)
                    .or(() -> Stream.of(programs).flatMap(Chromium::onPath).findFirst())
                    .orElseThrow(() -> new IllegalStateException("run ./retrace test, or set " + variable));
        }

        private static Stream<Path> onPath(String program) {
            return Stream.of(System.getenv("PATH").split(":"))
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable);
        }
    }
}
