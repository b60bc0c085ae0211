package dev.dormouse.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateOrganisationTest {

    private static final List<String> FILES =
            List.of("members.json", "export-acme.json", "auth0-users.json", "audit-log.jsonl", "dormant.csv");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void the_same_count_and_seed_give_the_same_bytes_and_another_seed_gives_others() throws IOException {
        GenerateOrganisation.write(50, folder.resolve("one"), 7);
        GenerateOrganisation.write(50, folder.resolve("two"), 7);
        GenerateOrganisation.write(50, folder.resolve("three"), 8);
        for (String file : FILES) {
            assertThat(folder.resolve("two").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
        assertThat(Files.mismatch(folder.resolve("one/export-acme.json"), folder.resolve("three/export-acme.json")))
                .isNotEqualTo(-1);
    }

    @Test
    void a_tenth_of_a_million_members_take_about_30_megabytes() throws IOException {
        GenerateOrganisation.write(1_000, folder, 1);
        long bytes = 0;
        for (String file : FILES) {
            bytes += Files.size(folder.resolve(file));
        }
        assertThat(bytes * 100).isBetween(26_000_000L, 34_000_000L);
    }

    @Test
    void the_files_have_the_form_of_the_real_exports() throws IOException {
        GenerateOrganisation.write(20, folder, 1);
        assertThat(folder.resolve("dormant.csv"))
                .content(UTF_8)
                .startsWith("created_at,id,login,role,last_logged_ip,2fa_enabled?,outside_collaborator\n")
                .containsPattern(
                        "\n2011-05-04 10:06:20 \\+0100,\\d+,User-\\d{7},user,192\\.0\\.2\\.1,true,(true|false)\n");
        assertThat(folder.resolve("export-acme.json"))
                .content(UTF_8)
                .startsWith("[{\"login\": \"User-0000000\", \"name\": \"User-0000000\", \"tfa_enabled\": true, ")
                .endsWith("\"saml_name_id\": \"User-0000019@acme.example\"}]");
        assertThat(folder.resolve("members.json")).content(UTF_8).startsWith("[\"user-0000000\", \"user-0000001\"");
    }
}
