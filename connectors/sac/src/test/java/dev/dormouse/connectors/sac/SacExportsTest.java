package dev.dormouse.connectors.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.AccountState;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.GroupRecord;
import dev.dormouse.spi.ListsAccounts;
import dev.dormouse.spi.ListsGroups;
import dev.dormouse.spi.ReportsActivity;
import dev.dormouse.spi.SettingsException;
import dev.dormouse.spi.Sighting;
import dev.dormouse.spi.Sighting.Visibility;
import dev.dormouse.testkit.RecordingSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SacExportsTest {

    private static final String USER = """
            {"id": "%s", "active": false, "emails": [{"value": "a@x.example"}], "roles": ["PROFILE:x:R", ""],
             "groups": [{"value": "Sales"}], "preferredLanguage": "en", "meta": {"created": "2026-07-23T00:00:00.000Z"},
             "urn:scim:schemas:extension:enterprise:1.0": {"manager": {"managerId": "BOSS"}},
             "urn:ietf:params:scim:schemas:extension:sap:user-custom-parameters:1.0": {"isConcurrent": true}}
            """;

    private static final String HEADER =
            "SAP Analytics Cloud\nActivities\n\"Object Type\",\"File Name\",\"Object Name\","
                    + "\"Description\",\"User Name\",\"Activity\",\"Status\",\"Timestamp\",\"Previous Value\",\"Current Value\"\n\n";

    @Test
    void a_user_is_told_with_everything_that_conditions_ask_for() {
        List<AccountRecord> users = users(new Exports().with("users.json", "[" + USER.formatted("A") + "]"));
        AccountRecord user = users.getFirst();
        assertThat(user.login()).isEqualTo("A");
        assertThat(user.created()).isEqualTo(Instant.parse("2026-07-23T00:00:00Z"));
        assertThat(user.holds()).containsExactly("team:Sales", "role:PROFILE:x:R", "licence:concurrent");
        assertThat(user.details().state()).isEqualTo(AccountState.SUSPENDED);
        assertThat(user.details().manager()).isEqualTo("BOSS");
        assertThat(user.details().attributes())
                .containsEntry("preferredLanguage", "en")
                .containsEntry("dateFormatting", "");
    }

    @Test
    void pages_may_lie_in_files_of_their_own_or_in_a_row_or_in_a_list() {
        String first = "{\"totalResults\": 3, \"Resources\": [" + USER.formatted("A") + "]}";
        String second =
                "{\"totalResults\": 3, \"Resources\": [" + USER.formatted("B") + "," + USER.formatted("C") + "]}";
        for (Exports exports : List.of(
                new Exports().with("users-1.json", first).with("users-2.json", second),
                new Exports().with("users.json", first + "\n" + second),
                new Exports().with("users.json", "[" + first + "," + second + "]"))) {
            assertThat(users(exports)).extracting(AccountRecord::login).containsExactly("A", "B", "C");
        }
        assertThatThrownBy(() -> users(new Exports().with("users-1.json", first)))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("users*: there are 3 users and 1 of them are here; put the other pages beside the first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "[{\"id\": \"A\"}", "[7]", "<html>"})
    void a_listing_that_is_no_listing_is_refused(String content) {
        assertThatThrownBy(() -> users(new Exports().with("users.json", content)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("users");
    }

    @Test
    void teams_are_a_list_or_an_answer_and_may_be_empty() {
        String team =
                "{\"id\": \"T\", \"displayName\": \"Team\", \"members\": [{\"value\": \"A\"}, {\"value\": \"A\"}]}";
        for (String content : List.of("[" + team + "]", "{\"Resources\": [" + team + "]}")) {
            assertThat(teams(content)).containsExactly(new GroupRecord("T", "Team", List.of("A")));
        }
        for (String nothing : List.of(
                "[]", "{\"totalResults\": 0}", "{\"totalResults\": 0, \"Resources\": null, \"startIndex\": 1}")) {
            assertThat(teams(nothing)).isEmpty();
        }
        assertThatThrownBy(() -> teams("{\"totalResults\": 2, \"Resources\": [" + team + "]}"))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("teams*: there are 2 teams and 1 of them are here; put the other pages beside the first");
    }

    @Test
    void a_login_names_its_user_and_each_row_is_an_event_of_its_own() {
        String login =
                "\"User\",\"\",\"A\",\"two\nlines\",\"X\",\"Login\",\"Successful\",\"2026-11-01T10:00:00.000Z\",\"\",\"\"\n";
        String failed = login.replace("Successful", "Failed");
        String other = login.replace("Login", "Create").replace("2026-11-01", "2025-11-01");
        RecordingSink sink = new RecordingSink();
        Feed feed = activities(sink, HEADER + login + login + failed + other);
        assertThat(feed.completeFrom()).isEqualTo(Instant.parse("2025-11-01T10:00:00Z"));
        assertThat(sink.sightings()).hasSize(3).doesNotHaveDuplicates();
        assertThat(sink.sightings().getFirst()).isInstanceOfSatisfying(Sighting.Event.class, event -> {
            assertThat(event.account()).isEqualTo("A");
            assertThat(event.kind()).isEqualTo(ActivityKind.LOGIN);
        });
        RecordingSink again = new RecordingSink();
        activities(again, HEADER + login + login + failed + other);
        assertThat(again.sightings()).isEqualTo(sink.sightings());
    }

    @Test
    void a_login_at_no_readable_time_leaves_its_user_unknown() {
        RecordingSink sink = new RecordingSink();
        activities(sink, HEADER + "\"User\",\"\",\"A\",\"\",\"A\",\"Login\",\"Successful\",\"yesterday\",\"\",\"\"\n");
        assertThat(sink.sightings())
                .singleElement()
                .isInstanceOfSatisfying(
                        Sighting.Unreadable.class,
                        one -> assertThat(one.problem())
                                .hasToString("activities.csv:5:8: the Timestamp cannot be read"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-23T00:00:00.000Z|2026-07-23T00:00:00Z",
                "2026-07-23 09:12:33|2026-07-23T09:12:33Z",
                "2026-07-23T02:00:00+02:00|2026-07-23T00:00:00Z",
                "2026-07-23T02:00:00.123456789+0200|2026-07-23T00:00:00.123456789Z",
                "2026-07-23 09:12:33 UTC|2026-07-23T09:12:33Z"
            })
    void times_without_an_offset_are_utc(String written, Instant read) {
        assertThat(Times.find(written)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[\"Users\",\"ANN Private\"]'|ANN|PRIVATE",
                "'[\"/\",\"\",\"Users\",\"ANN Private\",\"x\"]'|ANN|PRIVATE",
                "'[\"WORKSPACE\",\"Users\",\"ANN Private\"]'|ANN|PRIVATE",
                "'[\"ANN Private\"]'|ANN|PRIVATE",
                "'[\"営業\\u3000部\"]'|営業\u3000部|PRIVATE",
                "'[\"Users\"]'|MAKER|PUBLIC",
                "'[\"WORKSPACE\",\"Users\"]'|MAKER|PUBLIC",
                "'[\"Input Forms\"]'|MAKER|PUBLIC",
                "'[\"Public\",\"My Stories\"]'|MAKER|PUBLIC",
                "'[]'|MAKER|PUBLIC"
            })
    void content_belongs_to_the_folder_or_to_its_creator(String path, String owner, Visibility visibility) {
        String text = "\"" + path.replace("\"", "\\\"") + "\"";
        for (String written : List.of(path, text)) {
            RecordingSink sink = new RecordingSink();
            String content = "{\"d\": {\"results\": [{\"createdBy\": \"MAKER\", \"ancestorPath\": " + written + "}]}}";
            ((ReportsActivity) new Exports().with("content.json", content).connect(Map.of("content", "content*")))
                    .readActivity(sink);
            assertThat(sink.sightings()).containsExactly(new Sighting.Owns(owner, visibility));
        }
    }

    @Test
    void settings_say_which_files_there_are() {
        assertThatThrownBy(() -> new Exports().connect(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("name the files");
        assertThatThrownBy(() -> new Exports().connect(Map.of("users", "u*", "content", "c*")))
                .hasMessageContaining("belongs under `sources`");
        assertThatThrownBy(() -> users(new Exports())).hasMessageContaining("users*: no such file");
    }

    private static List<GroupRecord> teams(String content) {
        List<GroupRecord> teams = new ArrayList<>();
        ((ListsGroups) new Exports().with("teams.json", content).connect(Map.of("users", "users*", "teams", "teams*")))
                .listGroups(teams::add);
        return teams;
    }

    private static List<AccountRecord> users(Exports exports) {
        List<AccountRecord> users = new ArrayList<>();
        ((ListsAccounts) exports.connect(Map.of("users", "users*"))).listAccounts(users::add);
        return users;
    }

    private static Feed activities(RecordingSink sink, String content) {
        return ((ReportsActivity)
                        new Exports().with("activities.csv", content).connect(Map.of("activities", "activities*")))
                .readActivity(sink);
    }
}
