package dev.dormouse.sac;

import org.jspecify.annotations.Nullable;

/**
 * A team, and another whose members are put in or taken out; the other stays as it is.
 *
 * @param rolesAction what is to become of the roles of the team, which nothing here looks at
 */
public record TeamsRow(int line, String source, String team, String action, String rolesAction) implements Row {

    /** The word for leaving the team as it is. */
    static final String KEEP = "keep";

    static TeamsRow of(Fields fields) {
        return new TeamsRow(
                fields.line(),
                fields.text("file_source_team", ""),
                fields.text("file_target_team", ""),
                fields.text("file_users_action", ""),
                fields.text("file_roles_action", KEEP));
    }

    @Override
    public @Nullable String displayName() {
        return null;
    }
}
