package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not YAML, not one mapping, or not what the sections want. */
class MalformedTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~ | dormouse.yaml:1:1: the file is empty
            ~# nothing\\n~ | dormouse.yaml:1:1: the file is empty
            ~- a\\n~ | dormouse.yaml:1:1: the file must be a mapping (key: value), not a list
            ~a: 1\\n---\\nb: 2\\n~ | dormouse.yaml:3:1: a second YAML document begins here; write one document a file
            ~a: {\\n\\tb: 1}\\n\\tc: 2~ | dormouse.yaml:3:1: not valid YAML: a tab stands where spaces belong; YAML is indented with spaces only
            ~a: b: c\\n~ | dormouse.yaml:1:5: not valid YAML: a second colon on the line, or wrong indentation; put a text that contains ': ' in quotes
            ~a: [b\\nc: d\\n~ | dormouse.yaml:2:2: not valid YAML: a comma or the closing bracket is missing
            ~a: "b\\n~ | dormouse.yaml:2:1: not valid YAML: a quote is opened and never closed
            ~a: 1\\nb\\nc: 2\\n~ | dormouse.yaml:3:1: not valid YAML: this line has no 'key: value'; is the colon or the space behind it missing?
            ~r:\\n  - a: 1\\n  b: 2\\n~ | dormouse.yaml:3:3: not valid YAML: the indentation does not fit the lines above; a key may not follow the items of a list on their level
            ~zone: UTC\\nzone: UTC\\n~ | dormouse.yaml:2:1: key 'zone' is written twice in the same mapping, first on line 1
            ~zone: &a UTC\\ndata: *a\\n~ | dormouse.yaml:1:7: anchors and aliases (&name, *name) are not supported; write the value out, in quotes if it begins with & or *
            ~zone: !!str UTC\\n~ | dormouse.yaml:1:7: tags such as !name are not supported; put the text in quotes
            ~[a]: b\\n~ | dormouse.yaml:1:1: a key must be a plain text, not a list
            ~? \\n: b\\n~ | dormouse.yaml:1:2: a key must be a plain text, not nothing
            ~zone: Mars\\n~ | dormouse.yaml:1:1: 'zone' in dormouse.yaml must be the name of a time zone, for example UTC or Europe/London
            ~zone: [UTC]\\n~ | dormouse.yaml:1:1: 'zone' in dormouse.yaml must be a text, not a list
            ~aplications: {}\\n~ | dormouse.yaml:1:1: unknown key 'aplications' in dormouse.yaml; did you mean 'applications'?
            ~retries: 3\\n~ | dormouse.yaml:1:1: unknown key 'retries' in dormouse.yaml
            ~applications: [github]\\n~ | dormouse.yaml:1:1: 'applications' must be a mapping of names, not a list
            ~applications: {github: files}\\n~ | dormouse.yaml:1:16: application 'github' must be a mapping (key: value), not a text
            ~applications: {a b: {files: x}}\\n~ | dormouse.yaml:1:16: the name of application has letters, digits, '.', '_', '-' and '/' only, not 'a…'
            ~applications: {a: {token: x}}\\n~ | dormouse.yaml:1:16: application a needs a 'connector', or 'accounts' that are read from elsewhere
            ~applications: {a: {accounts: m.json}}\\n~ | dormouse.yaml:1:30: 'accounts' in application a must be a mapping such as {format: github-members, files: members.json}, not a text
            ~applications: {a: {accounts: {format: x}}}\\n~ | dormouse.yaml:1:30: 'accounts' in application a needs 'files' or a 'connector'
            ~applications: {a: {accounts: {files: x}, conector: y}}\\n~ | dormouse.yaml:1:42: unknown key 'conector' in application a; did you mean 'connector'?
            ~applications: {a: {connector: [x]}}\\n~ | dormouse.yaml:1:20: 'connector' in application a must be a text, not a list
            ~applications: {a: {files: x}}\\nsources: {s: {from: elsewhere}}\\n~ | dormouse.yaml:2:15: 'from' in source s must be applications
            ~applications: {a: {files: x}}\\nsources: {s: {from: applications, files: y}}\\n~ | dormouse.yaml:2:15: 'from' in source s does not go with 'connector' or 'files'
            ~applications: {a: {accounts: {files: x}}}\\nsources: {s: {from: applications}}\\n~ | dormouse.yaml:2:11: source s is 'from: applications', but no application has a connector of its own
            ~applications: {a: {files: x}}\\nsources: {s: {files: y, applications: [b]}}\\n~ | dormouse.yaml:2:25: there is no application 'b', named in source s; did you mean 'a'?
            ~applications: {a: {files: x}}\\nsources: {s: {files: y, asOf: 2024-06-19}}\\n~ | dormouse.yaml:2:25: 'asOf' in source s must be an instant with its offset such as 2024-06-19T12:00:00Z
            ~applications: {a: {files: x}}\\nsources: {s: {files: y, maxUnreadable: 101%}}\\n~ | dormouse.yaml:2:25: 'maxUnreadable' in source s must be a share from 0% to 100%, for example 1%
            ~channels: {ops: {token: x}}\\n~ | dormouse.yaml:1:12: channel ops needs a 'connector'
            ~applications: {a: {files: x}}\\n~ | dormouse.yaml:1:1: missing key 'workflows': a list of workflows, or of the files that hold them
            ~applications: {a: {files: x}}\\nworkflows: [1/0.yaml]\\n~ | dormouse.yaml:2:13: there is no file FOLDER/1/0.yaml
            ~zone: UTC\\n~ | dormouse.yaml:1:1: missing key 'applications': the systems whose accounts are looked at
            """)
    void each_fault_is_told_with_its_place(String text, String expected) {
        String faults = new Written(folder).yaml(unescape(text)).faults();

        assertThat(faults.lines()).contains(expected.replace("FOLDER", folder.toString()));
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }

    @Test
    void a_bomb_of_aliases_is_refused_and_not_expanded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertThat(new Written(folder).yaml(bomb.toString()).faults().lines())
                .hasSize(51)
                .endsWith("and 107 more faults")
                .first()
                .asString()
                .startsWith("dormouse.yaml:1:5: anchors and aliases");
    }

    @Test
    void a_tower_of_brackets_is_refused() {
        assertThat(new Written(folder).yaml("a: " + "[".repeat(20_000)).faults())
                .isEqualTo("dormouse.yaml:1:44: is nested more than 40 levels deep");
    }

    @Test
    void a_character_that_yaml_forbids_is_found() {
        assertThat(new Written(folder).yaml("zone: UTC\ndata: a\u0000b\n").faults())
                .isEqualTo("dormouse.yaml:2:8: the character U+0000 is not allowed in YAML");
    }

    @Test
    void a_file_in_another_encoding_is_refused() throws Exception {
        Files.write(folder.resolve("dormouse.yaml"), "zone: Zürich".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(new Written(folder).faults()).isEqualTo("dormouse.yaml: is not UTF-8 text");
    }

    @Test
    void a_workflow_that_is_there_twice_is_refused() {
        assertThat(new Written(folder)
                        .yaml(Written.AROUND
                                + "  - {workflow: w, applications: github/acme, select: {inactiveFor: 90d}}\n"
                                        .repeat(2))
                        .faults())
                .isEqualTo("dormouse.yaml:17:5: workflow w is there twice, first at dormouse.yaml:16:5");
    }
}
