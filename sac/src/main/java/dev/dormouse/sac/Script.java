package dev.dormouse.sac;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The two scripts whose data files are understood, and every key of theirs, spelt as they spell it. */
enum Script {
    /** 1665: users that pass tests, and a team. */
    USERS(
            Map.of(
                    Type.TEXT,
                    List.of(
                            "file_team",
                            "file_team_displayname",
                            "file_users_action",
                            "file_email_domain",
                            "file_preferredlanguage",
                            "file_dataaccesslanguage",
                            "file_dateformatting",
                            "file_timeformatting",
                            "file_numberformatting"),
                    Type.NUMBER,
                    List.of(
                            "file_users_created_recently_in_days",
                            "file_users_created_more_than_days",
                            "file_users_with_with_most_recent_login_at_least_days",
                            "file_users_with_with_most_recent_login_within_last_days",
                            "file_users_with_fewer_logins_than",
                            "file_users_with_greater_logins_than",
                            "file_users_with_logins_within_last_days"),
                    Type.VALUES,
                    List.of(
                            "file_JSON_users_to_exclude",
                            "file_JSON_named_managerids",
                            "file_JSON_teams_to_exclude",
                            "file_JSON_teamnames_starts_with_to_exclude",
                            "file_JSON_roles_to_exclude",
                            "file_JSON_named_roles"),
                    Type.TRUTH,
                    List.of(
                            "file_multiple_action_users_operator_is_AND",
                            "file_action_users_match_all_users",
                            "file_action_users_with_bi_concurrent_license",
                            "file_action_users_with_bi_named_user_license",
                            "file_action_users_with_a_manager",
                            "file_action_users_with_named_managerids",
                            "file_action_users_without_manager",
                            "file_action_users_that_are_managers",
                            "file_action_users_active",
                            "file_action_users_not_active",
                            "file_action_users_with_userid_ending_underscore_1",
                            "file_action_users_with_email_domain_matching",
                            "file_action_users_with_email_domain_not_matching",
                            "file_action_users_with_a_role_or_a_team",
                            "file_action_users_with_no_teams",
                            "file_action_users_with_no_roles",
                            "file_action_users_with_all_named_roles",
                            "file_actions_users_with_LangDateTimeNumberFormats_different_from",
                            "file_action_users_created_recently",
                            "file_action_users_created_more_than_days_ago",
                            "file_action_users_with_most_recent_login_at_least_days_ago",
                            "file_action_users_with_most_recent_login_within_last_days",
                            "file_action_users_with_fewer_logins_than",
                            "file_action_users_with_greater_logins_than",
                            "file_action_users_with_fewer_logins_within_last_days",
                            "file_action_users_with_greater_logins_within_last_days",
                            "file_action_users_with_private_folder_content",
                            "file_action_users_without_private_folder_content",
                            "file_action_users_that_created_public_content",
                            "file_action_users_that_did_not_create_public_content")),
            List.of("file_team")),
    /** 1653: a team, and another. */
    TEAMS(
            Map.of(
                    Type.TEXT,
                    List.of("file_source_team", "file_target_team", "file_users_action", "file_roles_action")),
            List.of("file_source_team", "file_target_team"));

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Map<String, Type> keys;

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
    private final List<String> required;

    Script(Map<Type, List<String>> keys, List<String> required) {
        this.keys = keys.entrySet().stream()
                .flatMap(type -> type.getValue().stream().map(key -> Map.entry(key, type.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.required = required;
    }

    Map<String, Type> keys() {
        return keys;
    }

    /** Without these a row has no meaning at all. */
    List<String> required() {
        return required;
    }

    /** Which script a row was written for. */
    static Script of(Iterable<String> keys) {
        for (String key : keys) {
            if (key.equals("file_source_team") || key.equals("file_target_team")) {
                return TEAMS;
            }
        }
        return USERS;
    }
}
