package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.RunningRetrace;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The quick start of {@code docs/partners}, as it stands there, by a real bash and a real curl. */
class SandboxIT {

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^## (\\d+)\\. [^\n]*\n(?:(?!^## ).)*?^```bash\n(.*?)^```");
    private static final RunningRetrace RETRACE = RunningRetrace.shared();

    @Test
    @UseCase("UC-024/7")
    void the_quick_start_leads_from_the_token_to_a_signed_amendment() throws Exception {
        var said = run(script());

        assertThat(said.get(3)).contains("202", "\"items\":3", "\"kind\":\"erasure\"", "200");
        assertThat(said.get(4)).containsPattern("(?s)sha256.*\n200\n.*sha256.*\n200\n");
        assertThat(said.get(5)).contains("\"state\":\"working-on-it\"", "\"expected_by\":\"", "200");
        assertThat(said.get(6)).contains("\"version\":1", "201").containsIgnoringCase("idempotency-replayed: true");
        assertThat(said.get(7))
                .containsPattern(
                        "(?s)used key:.*\n422\n.*say why:.*\n409\n.*missing:.*\n422\n.*not there:.*\n404\n.*no token:.*\n401");
        assertThat(said.get(8).strip()).isEqualTo("200");
        assertThat(said.get(9)).containsPattern("(?s)unsigned:.*\n4\\d\\d\n.*signed:.*\"version\":2.*\n201\n");
        assertThat(said.get(10)).containsPattern("(?s)\"proof\".*\n200\n.*\"on_time\".*\n200\n");
    }

    /** All blocks in one script; each says its number first. */
    private static String script() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("docs/partners/quick-start.md")))
                .results()
                .map(block -> "echo '=== " + block.group(1) + "'\n" + block.group(2))
                .collect(Collectors.joining());
    }

    /** What each block said, by its number. */
    private static List<String> run(String script) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of("target"), "quick-start");
        var said = folder.resolve("said.txt");
        var bash = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        bash.environment().put("RETRACE", RETRACE.portal());
        bash.environment().put("TOKENS", RETRACE.tokenUrl());
        bash.environment().put("DEMO", RETRACE.home().resolve("demo.json").toString());
        var process = bash.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) process.destroyForcibly();
        var text = Files.readString(said);
        assertThat(process.waitFor()).as(text).isZero();
        return List.of(("\n" + text).split("(?m)^=== \\d+\n"));
    }
}
