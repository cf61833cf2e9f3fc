package io.retrace.obligations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ZIPs as people and attackers make them. */
class PackedStatusTest {

    @Test
    @UseCase("UC-020/8")
    void the_one_file_comes_out() throws IOException {
        assertThat(PackedStatus.unpack(zip(10, "status.csv"))).hasSize(10);
    }

    @ParameterizedTest
    @UseCase("UC-020/8")
    @ValueSource(
            strings = {"../status.csv", "/etc/status.csv", "a/status.csv", "..\\status.csv", "STATUS.CSV", "status.csv/"
            })
    void another_name_is_refused(String name) throws IOException {
        refused(zip(10, name));
    }

    @Test
    @UseCase("UC-020/8")
    void nothing_a_second_entry_and_what_is_no_zip_are_refused() throws IOException {
        refused(zip(10));
        refused(zip(10, "status.csv", "more.csv"));
        refused("obligation,item,code".getBytes(StandardCharsets.UTF_8));
        refused(new byte[0]);
        var broken = zip(100_000, "status.csv");
        refused(java.util.Arrays.copyOf(broken, broken.length / 3));
    }

    @Test
    @UseCase("UC-020/8")
    void a_bomb_is_unpacked_up_to_the_limit_and_no_further() throws IOException {
        var bomb = zip(1 << 28, "status.csv");
        assertThat(bomb.length).isLessThan(2 * 1024 * 1024);
        assertThatThrownBy(() -> PackedStatus.unpack(bomb)).isInstanceOf(AnswerTooLarge.class);
    }

    private static void refused(byte[] zip) {
        assertThatThrownBy(() -> PackedStatus.unpack(zip)).isInstanceOf(RuleViolation.class);
    }

    private static byte[] zip(int bytes, String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (name.endsWith("/")) continue;
                var block = new byte[Math.min(bytes, 1 << 20)];
                for (int left = bytes; left > 0; left -= block.length)
                    zip.write(block, 0, Math.min(left, block.length));
            }
        }
        return out.toByteArray();
    }
}
