package io.retrace.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.UseCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileDeskTest {

    private static final String HEAD = "obligation,due,item,sha256,disclosed_at,purposes\r\n";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    @UseCase("UC-020/1")
    void the_work_is_read_by_obligation_and_in_order() throws IOException {
        var zip = zip(HEAD + "O-1,2026-12-01,b,x,y,z\r\nO-2,2026-12-01,c,x,y,z\r\nO-1,2026-12-01,a,x,y,z\r\n");
        assertThat(FileDesk.workItems(zip))
                .containsExactly(Map.entry("O-1", List.of("a", "b")), Map.entry("O-2", List.of("c")));
        assertThat(FileDesk.workItems(zip(HEAD))).isEmpty();
    }

    @Test
    @UseCase("UC-020/4")
    void one_line_answers_for_all_and_one_differs() {
        var answers = FileDesk.answers(Map.of("O-1", List.of("a", "b")), DAY);
        var columns = answers.lines().map(line -> line.split(",", -1).length).distinct();
        assertThat(columns).containsExactly(17);
        assertThat(answers.lines().skip(1))
                .containsExactly(
                        "O-1,,3,5,3,5,erase,2026-11-23,,,,,,Joris Blom,Data Steward,yes,", "O-1,b,5,,,,,,,,,,,,,,");
    }

    @Test
    void without_work_there_is_no_file() {
        assertThat(FileDesk.answers(Map.of(), DAY)).isEmpty();
    }

    private static byte[] zip(String work) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var name : List.of("work-items.csv", "cancelled.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write((name.equals("work-items.csv") ? work : "obligation,cancelled_on\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
