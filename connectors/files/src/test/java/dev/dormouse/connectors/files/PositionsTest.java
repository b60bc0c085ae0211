package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a log says that something is, however the record before it was read. */
class PositionsTest {

    private static final Map<String, ?> OWN = Map.of("mapping", Map.of("account", "who", "time", "at"));
    private static final String PLAIN = "{\"who\":\"a\",\"at\":1717236000}\n";
    private static final String ESCAPED = "{\"wh\\u006f\":\"b\",\"at\":1717236000}\n";

    @Test
    void every_record_has_its_line_whether_it_is_plain_or_not() {
        Shown shown = Shown.of("# a comment\n" + PLAIN + ESCAPED + "\n" + PLAIN + ESCAPED + ESCAPED + PLAIN, OWN);
        assertThat(shown.lines())
                .extracting(line -> line.substring(0, 3))
                .containsExactly("2 a", "3 b", "5 a", "6 b", "7 b", "8 a");
    }

    @Test
    void a_line_that_is_no_json_is_counted_once_with_its_own_place() {
        String some = ESCAPED + ESCAPED + ESCAPED + ESCAPED;
        Shown shown = Shown.of(PLAIN + PLAIN + "garbage\n" + some + "garbage\n" + PLAIN, OWN);
        assertThat(shown.unreadable())
                .extracting(told -> told.substring(0, told.indexOf(':')))
                .containsExactly("3", "8");
        assertThat(shown.lines()).hasSize(7);
    }

    @Test
    void lines_are_counted_across_blocks() {
        int many = 200_000;
        Shown shown = Shown.of(PLAIN.repeat(many) + "garbage\n" + PLAIN, OWN);
        assertThat(shown.unreadable()).singleElement().asString().startsWith(many + 1 + ":1 ");
        assertThat(shown.lines()).hasSize(many + 1).last().asString().startsWith(many + 2 + " a");
    }
}
