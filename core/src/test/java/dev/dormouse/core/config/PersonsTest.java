package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.observations.PersonJoin.Declared;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Match;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written under {@code persons}. */
class PersonsTest {

    private static final String WORKFLOW = Written.AROUND
            + "  - workflow: w\n    applications: [github/acme]\n"
            + "    select: {inactiveFor: 90d, sources: {auth0: {match: person}, people: {}}}\n";

    @TempDir
    Path folder;

    @Test
    void people_come_from_lists_and_from_a_file_that_maps_accounts() {
        Configuration read = new Written(folder)
                .file(
                        "people.csv",
                        "\uFEFFaccount,person,application\n\"OCTO,1\",User-0001@acme.example,github/acme\n\n")
                .yaml(WORKFLOW + "persons: {from: [people, github/data], mapping: people.csv}\n")
                .read();
        assertThat(read.persons().from()).containsExactly("people", "github/data");
        assertThat(read.persons().declared())
                .containsExactly(new Declared("github/acme", "octo,1", "user-0001@acme.example"));
        assertThat(read.workflows().getFirst().selection().sources())
                .extracting(SourceRule::match)
                .containsExactly(Match.PERSON, Match.ACCOUNT);
        assertThat(SchemaTest.errors(WORKFLOW + "persons: {from: [people, github/data], mapping: people.csv}\n"))
                .isEmpty();
    }

    @Test
    void a_mapping_can_be_written_in_place() {
        String text =
                WORKFLOW + "persons: {mapping: [{application: auth0, account: 007, person: user-0001@acme.example}]}\n";
        assertThat(new Written(folder).yaml(text).read().persons())
                .isEqualTo(new PersonsConfig(
                        java.util.List.of(),
                        java.util.List.of(new Declared("auth0", "007", "user-0001@acme.example"))));
        assertThat(SchemaTest.errors(text)).isEmpty();
    }

    @Test
    void without_the_section_each_address_is_a_person() {
        assertThat(new Written(folder).yaml(WORKFLOW).read().persons()).isEqualTo(PersonsConfig.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            from: peple | there is no application and no source 'peple', named in persons; did you mean 'people'?
            form: people | unknown key 'form' in persons; did you mean 'from'?
            mapping: {a: b} | 'mapping' in persons must be the name of a CSV file, or a list of {application, account, person}
            mapping: none.csv | there is no file
            mapping: short.csv | short.csv:1:1: the first line must name the columns application, account and person
            mapping: people.csv | people.csv:3:1: account 'octo' of github/acme is mapped to two persons, a@x.example and b@x.example
            mapping: people.csv | people.csv:4:1: has 2 columns, and the first line has 3
            mapping: people.csv | people.csv:5:1: a person is named by an e-mail address, not by 'somebody'
            mapping: people.csv | people.csv:6:1: there is no application and no source 'github/other'
            """)
    void faults_name_the_place(String line, String fault) {
        String faults = new Written(folder)
                .file("short.csv", "account,person\n")
                .file("people.csv", """
                        application,account,person
                        github/acme,Octo,a@x.example
                        github/acme,octo,B@x.example
                        github/acme,octo
                        auth0,x,somebody
                        github/other,x,a@x.example
                        """)
                .yaml(WORKFLOW + "persons:\n  " + line + "\n")
                .faults();
        assertThat(faults).contains(fault);
    }
}
