package dev.dormouse.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {

    @ParameterizedTest
    @CsvSource({
        "90d,90d",
        "90 days,90d",
        "1 day,1d",
        "2w,14d",
        "12h,12h",
        "72 hours,3d",
        "30min,30m",
        "3 months,3 months",
        "1 month,1 month",
        "1 year,12 months",
        "2y,24 months",
        "P3M,3 months",
        "P1Y6M,18 months",
        "P90D,90d",
        "P2W,14d",
        "PT72H,3d",
        "P1DT12H,36h"
    })
    void lengths_of_time_are_read_as_people_write_them(String written, String read) {
        assertThat(Windows.parse(written)).isNotNull().hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "90",
                "3m",
                "3M",
                "d",
                "-1d",
                "0d",
                "P0D",
                "P-3M",
                "PT-1H",
                "P1M3D",
                "1.5d",
                "90 d ays",
                "1000 years",
                "9999999d",
                "P9999999999D",
                "PT99999999999999999999H",
                "soon",
                "٣d",
                "1d 2h"
            })
    void what_is_ambiguous_or_not_a_length_is_not_read(String written) {
        assertThat(Windows.parse(written)).isNull();
    }
}
