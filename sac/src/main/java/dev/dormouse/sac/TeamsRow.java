package dev.dormouse.sac;

import dev.dormouse.core.sets.SetAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team, and another whose members are put in or taken out; the other stays as it is.
 *
 * @param rolesAction what is to become of the roles of the team, which nothing here looks at
 */
public record TeamsRow(int line, String source, String team, String action, String rolesAction) implements Row {

    /** The word for leaving the team as it is. */
    static final String KEEP = "keep";

    /** What can be done with the members of one team by those of another. */
    static final List<SetAction> ACTIONS =
            List.of(SetAction.ADD, SetAction.REMOVE, SetAction.REPLACE, SetAction.INTERSECT, SetAction.EXCLUDE);

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
