package dev.dormouse.connectors.files.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    private static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");

    private final Instants instants = new Instants(NOW);

    @ParameterizedTest
    @CsvSource({
        "2011-05-04 10:06:20 +0100, 2011-05-04T09:06:20Z",
        "2011-05-04 10:06:20 -0430, 2011-05-04T14:36:20Z",
        "2011-05-04 10:06:20 UTC, 2011-05-04T10:06:20Z",
        "2011-05-04T10:06:20+01, 2011-05-04T09:06:20Z",
        "2011-05-04T10:06Z, 2011-05-04T10:06:00Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "2011-05-04T10:06:20, 2011-05-04T10:06:20Z",
        "2011-05-04t10:06:20.123456789123z, 2011-05-04T10:06:20.123456789Z",
        "' 2011-05-04T10:06:20Z ', 2011-05-04T10:06:20Z",
    })
    void the_forms_of_GitHub_and_Auth0_are_read(String written, String instant) {
        assertThat(instants.parse(written)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2011",
                "2011-05",
                "2011-5-4",
                "2011-02-29",
                "2011-05-04T",
                "2011-05-04T10",
                "2011-05-04T24:00Z",
                "2011-05-04T10:60Z",
                "2011-05-04T10:06:61Z",
                "2011-05-04T10:06:20.Z",
                "2011-05-04T10:06:20X",
                "2011-05-04T10:06:20+1",
                "2011-05-04T10:06:20+19:00",
                "2011-05-04T10:06:20+01:00x",
                "20110504T100620Z",
                "2011/05/04",
                "0000-00-00",
                "1999-12-31T23:59:59Z",
                "\u0662\u0660\u0661\u0661-05-04",
                "-011-05-04",
                "2011-05-04T10:06:20ZZ",
                "2011-05-04T10:06:20 PST"
            })
    void anything_else_is_not_guessed(String written) {
        assertThat(instants.parse(written)).isNull();
    }

    @Test
    void a_text_within_a_buffer_is_read_within_its_bounds() {
        char[] buffer = "xx2011-05-04T10:06:20Z99".toCharArray();
        assertThat(instants.parse(buffer, 2, 20)).isEqualTo("2011-05-04T10:06:20Z");
        assertThat(instants.parse(buffer, 2, 19)).isEqualTo("2011-05-04T10:06:20Z");
        assertThat(instants.parse(buffer, 2, 22)).isNull();
    }

    @Test
    void ten_thousand_random_instants_are_read_like_the_JDK_reads_them() {
        long seed = 20240619;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Instant instant =
                    Instant.ofEpochSecond(random.nextLong(946_684_800L, 4_000_000_000L), random.nextInt(1_000_000_000));
            OffsetDateTime written =
                    instant.atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-14 * 60, 14 * 60 + 1)));
            assertThat(instants.parse(written.toString()))
                    .as("seed %d, %s", seed, written)
                    .isEqualTo(instant);
        }
    }
}
