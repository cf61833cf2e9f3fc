package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @ParameterizedTest
    @CsvSource({
        "/0/000, 0, 0, 256",
        "/0/x001/x234/067, 0, 1234067, 256",
        "/2/999.p/1, 2, 999, 1",
        "/7/x001/000.p/255, 7, 1000, 255",
        "/entries/x001/x234/067.p/17, -1, 1234067, 17",
        "/entries/000, -1, 0, 256"
    })
    void an_address_reads_as_the_specification_says(String path, int level, long index, int width) {
        assertThat(Tile.at(path)).contains(new Tile(level, index, width));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/0",
                "/0/0",
                "/0/00",
                "/0/0000",
                "/0/x000/001",
                "/0/x001",
                "/0/x001/x002",
                "/0/001/002",
                "/0/X001/002",
                "/0/000/",
                "/0/000.p/0",
                "/0/000.p/00",
                "/0/000.p/01",
                "/0/000.p/256",
                "/0/000.p/999",
                "/0/000.p/-1",
                "/0/000.p/",
                "/0/000.p",
                "/00/000",
                "/01/000",
                "/-1/000",
                "/8/000",
                "/63/000",
                "/64/000",
                "/entries/",
                "/data/000",
                "/0/٠٠٠",
                "/0/000\n",
                "/0/x001/x001/x001/x001/x001/x001/x001/001"
            })
    void another_spelling_is_no_address(String path) {
        assertThat(Tile.at(path)).isEmpty();
    }

    /** The specification’s example: 70,000 leaves. */
    @Test
    void a_tree_has_the_tiles_of_the_specification() {
        assertThat(new Tile(0, 272, 256).isWithin(70_000)).isTrue();
        assertThat(new Tile(0, 273, 112).isWithin(70_000)).isTrue();
        assertThat(new Tile(0, 273, 113).isWithin(70_000)).isFalse();
        assertThat(new Tile(1, 0, 256).isWithin(70_000)).isTrue();
        assertThat(new Tile(1, 1, 17).isWithin(70_000)).isTrue();
        assertThat(new Tile(1, 1, 18).isWithin(70_000)).isFalse();
        assertThat(new Tile(2, 0, 1).isWithin(70_000)).isTrue();
        assertThat(new Tile(2, 0, 2).isWithin(70_000)).isFalse();
        assertThat(new Tile(7, 0, 1).isWithin(70_000)).isFalse();
        assertThat(new Tile(1, 0, 1).isWithin(256)).isTrue();
    }
}
