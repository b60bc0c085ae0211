package dev.dormouse.sac;

import dev.dormouse.sac.RowTest.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What each test of script 1665 means. The toolkit counts ages in whole elapsed days, rounded down: "more than 30 days ago" is
 * 31 days or longer, "in the last 30 days" is less than 31. Where a number is missing it takes the one that stands here.
 */
final class UserTests {

    /** The longest that a condition may look back; nothing here is older. */
    private static final int MOST_DAYS = 36_000;

    private static final String LOGINS_WINDOW = "file_users_with_logins_within_last_days";

    private final Fields fields;
    private final List<RowTest> tests = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    UserTests(Fields fields) {
        this.fields = fields;
        people();
        entitlements();
        settings();
        ages();
        logins();
        counts();
        content();
    }

    List<RowTest> all() {
        return List.copyOf(tests);
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    private void people() {
        test("file_action_users_match_all_users", "true");
        test("file_action_users_with_bi_concurrent_license", "account.licence == \"concurrent\"");
        test("file_action_users_with_bi_named_user_license", "account.licence == \"named\"");
        test("file_action_users_with_a_manager", "account.manager != \"\"");
        test("file_action_users_with_named_managerids", named(fields.texts("file_JSON_named_managerids")));
        test("file_action_users_without_manager", "account.manager == \"\"");
        test("file_action_users_active", "account.state == ACTIVE");
        test("file_action_users_not_active", "account.state != ACTIVE");
        test(
                "file_action_users_with_userid_ending_underscore_1",
                "(account.login.endsWith(\"_1\") || account.login.endsWith(\"_2\"))");
        String domain = Cel.text("@" + Cel.lower(fields.text("file_email_domain", "sap.com")));
        test("file_action_users_with_email_domain_matching", "account.email.endsWith(" + domain + ")");
        test("file_action_users_with_email_domain_not_matching", "!account.email.endsWith(" + domain + ")");
    }

    /** Nobody has no name, so that nobody is asked for by one. */
    private static String named(List<String> managers) {
        List<String> names = managers.stream().filter(name -> !name.isEmpty()).toList();
        return names.isEmpty()
                ? "false"
                : "account.manager in [" + names.stream().map(Cel::text).collect(Collectors.joining(", ")) + "]";
    }

    private void entitlements() {
        requireWhole("file_action_users_with_all_named_roles", "file_JSON_named_roles");
        requireWhole("file_action_users_with_no_roles", "file_JSON_roles_to_exclude");
        requireWhole("file_action_users_with_a_role_or_a_team", "file_JSON_roles_to_exclude");
        test("file_action_users_with_a_role_or_a_team", "(grants.any(\"team:\") || grants.any(\"role:\"))");
        test("file_action_users_with_no_teams", "!grants.any(\"team:\")");
        test("file_action_users_with_no_roles", "!grants.any(\"role:\")");
        List<String> roles = fields.texts("file_JSON_named_roles");
        test(
                "file_action_users_with_all_named_roles",
                roles.isEmpty()
                        ? "true"
                        : roles.stream()
                                .map(role -> "grants.has(" + Cel.text("role:" + role) + ")")
                                .collect(Collectors.joining(" && ", "(", ")")));
    }

    /** The toolkit puts the system's own namespace before a short name, which no export tells. */
    private void requireWhole(String test, String roles) {
        if (fields.truth(test)) {
            fields.texts(roles).stream()
                    .filter(role -> !role.startsWith("PROFILE:"))
                    .forEach(role -> missing.add("\"" + roles + "\" names \"" + role
                            + "\"; write the role with its namespace, PROFILE:NAMESPACE:" + role));
        }
    }

    private void settings() {
        String key = "file_actions_users_with_LangDateTimeNumberFormats_different_from";
        if (!fields.truth(key)) {
            return;
        }
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("file_preferredlanguage", "preferredLanguage");
        asked.put("file_dataaccesslanguage", "dataAccessLanguage");
        asked.put("file_dateformatting", "dateFormatting");
        asked.put("file_timeformatting", "timeFormatting");
        asked.put("file_numberformatting", "numberFormatting");
        asked.keySet().stream()
                .filter(name -> !fields.has(name))
                .forEach(name -> missing.add("\"" + key + "\" needs \"" + name + "\""));
        test(
                key,
                asked.entrySet().stream()
                        .map(one -> "account.attributes[" + Cel.text(one.getValue()) + "] != "
                                + Cel.text(fields.text(one.getKey(), "")))
                        .collect(Collectors.joining(" || ", "(", ")")));
    }

    private void ages() {
        int recent = days("file_users_created_recently_in_days", 7);
        test("file_action_users_created_recently", "account.created > now - days(" + (recent + 1) + ")");
        int old = days("file_users_created_more_than_days", 30);
        test("file_action_users_created_more_than_days_ago", "account.created <= now - days(" + (old + 1) + ")");
    }

    /** Whoever never logged in has not logged in within the last days either. */
    private void logins() {
        int ago = days("file_users_with_with_most_recent_login_at_least_days", 30);
        activity(
                "file_action_users_with_most_recent_login_at_least_days_ago",
                ago == 0 ? "true" : "activity.logins(days(" + ago + ")) == 0",
                ago);
        int within = days("file_users_with_with_most_recent_login_within_last_days", 30);
        activity(
                "file_action_users_with_most_recent_login_within_last_days",
                within == 0 ? "false" : "activity.logins(days(" + within + ")) > 0",
                within);
    }

    private void counts() {
        Counting counting = Counting.of(fields);
        String logins = counting.window() == null
                ? "activity.logins()"
                : "activity.logins(days(" + (days(LOGINS_WINDOW, 60) + 1) + "))";
        if (counting.fewer() != null) {
            counted(logins + " <= " + counting.fewer(), "file_action_users_with_fewer_logins_within_last_days");
        }
        if (counting.greater() != null) {
            counted(logins + " > " + counting.greater(), "file_action_users_with_greater_logins_within_last_days");
        }
    }

    /** The guard goes by the test's own switch, even where the other test takes the window away. */
    private void counted(String condition, String windowed) {
        tests.add(new RowTest(
                condition, Evidence.ACTIVITIES, fields.truth(windowed) ? fields.number(LOGINS_WINDOW, 60) : 0));
    }

    private void content() {
        content("file_action_users_with_private_folder_content", "content.private > 0");
        content("file_action_users_without_private_folder_content", "content.private == 0");
        content("file_action_users_that_created_public_content", "content.public > 0");
        content("file_action_users_that_did_not_create_public_content", "content.public == 0");
    }

    private void test(String key, String condition) {
        if (fields.truth(key)) {
            tests.add(RowTest.ofUsers(condition));
        }
    }

    private void content(String key, String condition) {
        if (fields.truth(key)) {
            tests.add(RowTest.ofContent(condition));
        }
    }

    private void activity(String key, String condition, int window) {
        if (fields.truth(key)) {
            tests.add(new RowTest(condition, Evidence.ACTIVITIES, window));
        }
    }

    private int days(String key, int otherwise) {
        return Math.min(fields.number(key, otherwise), MOST_DAYS);
    }
}
