package io.retrace.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.access.web.ByteRange.Asked;
import io.retrace.testing.UseCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@UseCase("UC-012/8")
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99,0,100",
        "bytes=0-0,0,1",
        "bytes=900-,900,100",
        "bytes=-1,999,1",
        "bytes=-5000,0,1000",
        "bytes=999-99999,999,1",
        "bytes= 5-6 ,5,2"
    })
    void a_part_is_what_rfc_9110_says(String header, long from, long count) {
        assertThat(ByteRange.of(header, 1_000)).isEqualTo(new Asked.Part(new ByteRange(from, count)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0"})
    void a_part_beyond_the_end_cannot_be_given(String header) {
        assertThat(ByteRange.of(header, 1_000)).isEqualTo(new Asked.Nothing());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "bytes=9-3",
                "bytes=-",
                "bytes=a-b",
                "lines=1-2",
                "bytes=0-1,5-6",
                "",
                "bytes=99999999999999999999-"
            })
    void what_makes_no_sense_and_what_we_do_not_do_gives_the_whole(String header) {
        assertThat(ByteRange.of(header, 1_000)).isEqualTo(new Asked.Whole());
    }
}
