package dev.dormouse.connectors.files.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DigestTest {

    /** Else an event that is read by the parser and the same one read from its bytes would count twice. */
    @Test
    void a_text_its_letters_and_its_bytes_have_one_digest() {
        Random random = new Random(1);
        for (int length = 0; length < 100; length++) {
            String text =
                    random.ints(length, ' ', 0x7f).mapToObj(Character::toString).collect(Collectors.joining());
            String within = "\"" + text + "\"";
            byte[] bytes = within.getBytes(StandardCharsets.US_ASCII);
            assertThat(Digest.of(bytes, 1, length + 1)).isEqualTo(Digest.of(text));
            assertThat(Digest.of(within.toCharArray(), 1, length)).isEqualTo(Digest.of(text));
        }
    }

    @Test
    void neighbours_differ() {
        assertThat(Digest.of("user-0001")).isNotEqualTo(Digest.of("user-0002"));
        assertThat(Digest.of("")).isNotEqualTo(Digest.of(" "));
    }
}
