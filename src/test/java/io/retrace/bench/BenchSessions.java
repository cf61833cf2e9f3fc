package io.retrace.bench;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * P10: what the built portal keeps alive on its heap, idle and per signed-in session. Every session is a real browser window
 * with a real sign-in that has been to three typical views; the floor is a session that sees the welcome page only. The
 * portal is asked for a full collection before each count.
 */
final class BenchSessions {

    private static final int SESSIONS = 12;
    private static final List<String> VIEWS = List.of("/companies", "/requests", "/");
    private static final double TARGET_KB = 150;
    /** Tomcat closes a connection that was idle for 60 s: its buffers are the browser’s way of asking, not the session’s. */
    private static final Duration IDLE_CONNECTIONS_CLOSED = Duration.ofSeconds(70);

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final RunningRetrace retrace;
    private final Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    private BenchSessions(RunningRetrace retrace) {
        this.retrace = retrace;
    }

    static void main(String[] arguments) {
        Report.exitAfter(() -> new BenchSessions(RunningRetrace.shared()).run());
    }

    private void run() throws Exception {
        try (var first = signedIn()) { // loads every class and fills every cache that these views need
            visit(first);
        }
        double idle = liveKilobytes();
        double empty = perSession(this::welcomed);
        double ours = perSession(this::signedIn);
        report(idle, empty, ours);
    }

    private double perSession(Opening opening) throws Exception {
        double before = liveKilobytes();
        var windows = new ArrayList<Browser>();
        try {
            for (int i = 0; i < SESSIONS; i++) windows.add(opening.open());
            windows.getLast().page().waitForTimeout(IDLE_CONNECTIONS_CLOSED.toMillis());
            return (liveKilobytes() - before) / SESSIONS;
        } finally {
            windows.forEach(Browser::close);
        }
    }

    private Browser welcomed() {
        var browser = window();
        browser.page().navigate(retrace.portal() + "/welcome");
        browser.page().getByRole(AriaRole.HEADING).first().waitFor();
        return browser;
    }

    private Browser signedIn() {
        var browser = window();
        new SignInPage(browser.page(), retrace).openAs("ada@member.example", "/");
        visit(browser);
        return browser;
    }

    private void visit(Browser browser) {
        for (var view : VIEWS) {
            browser.page().navigate(retrace.portal() + view);
            browser.page().getByRole(AriaRole.HEADING).first().waitFor();
        }
    }

    private static Browser window() {
        return Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB");
    }

    private double liveKilobytes() throws IOException, InterruptedException {
        ask("GC.run");
        ask("GC.run_finalization"); // Vaadin looks into the jar through file systems that only their finalizer lets go
        ask("GC.run");
        var used = USED.matcher(ask("GC.heap_info"));
        if (!used.find()) throw new IllegalStateException("the heap did not say what is used");
        return Double.parseDouble(used.group(1));
    }

    private String ask(String question) throws IOException, InterruptedException {
        var pid = Long.toString(retrace.portalProcess().pid());
        var process = new ProcessBuilder(jcmd.toString(), pid, question)
                .redirectErrorStream(true)
                .start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(answer);
        return answer;
    }

    private static void report(double idle, double empty, double ours) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "idle %.0f MB; per session: welcome page %.0f kB, signed in and three views %.0f kB (target %.0f)%n",
                idle / 1024,
                empty,
                ours,
                TARGET_KB);
        var json = new LinkedHashMap<String, Object>();
        json.put("bench", "sessions");
        json.put("size", Map.of("sessions", SESSIONS, "views", VIEWS));
        json.put("unit", "kB");
        json.put("rounds", 1);
        json.put("idle_mb", Figures.round(idle / 1024));
        json.put("ours", Figures.round(ours));
        json.put("floor", Map.of("name", "welcome page", "median", Figures.round(empty)));
        json.put("ratio_to_floor", Figures.round(empty / ours));
        json.put("target", Map.of("kb_per_session", TARGET_KB));
        json.put("met", ours <= TARGET_KB);
        json.put("machine", Report.machine(Map.of(), "as launched"));
        Report.write("sessions", json);
    }

    /** Opens a window and leaves it open. */
    private interface Opening {
        Browser open();
    }
}
