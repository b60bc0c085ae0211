package dev.dormouse.sac;

import dev.dormouse.core.condition.ConditionException;
import dev.dormouse.core.sets.SetAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person has to know about a row. */
final class Wording {

    /** {@code fewer than 3}, {@code less than 3 logins}, {@code fewer logins than 3}. */
    private static final Pattern BELOW = Pattern.compile(
            "\\b(?:fewer|less|lower|under|below)(?: logins)?(?: than)? (\\d{1,9})\\b(?! (?:day|week|month|year|hour))");

    /** {@code 2 or fewer}, {@code at most 2}. */
    private static final Pattern UP_TO = Pattern.compile(
            "\\b(\\d{1,9}) or (?:fewer|less)\\b|\\b(?:at most|no more than|up to|maximum of) (\\d{1,9})\\b(?! (?:day|week|month|year|hour))");

    private static final int SHOWN = 10;

    private Wording() {}

    static List<String> warnings(UsersRow row) {
        List<String> warnings = new ArrayList<>();
        Counting counting = row.counting();
        if (counting.fewer() != null) {
            fewer(row, counting.fewer(), warnings);
        }
        if (counting.mixed()) {
            warnings.add(
                    "one of the two tests that count logins is to have the window and the other not; the toolkit then"
                            + " counts every login of the log for both");
        }
        if (row.managers() && !row.tests().isEmpty() && row.operator() == UsersRow.Operator.AND) {
            warnings.add("\"file_action_users_that_are_managers\" is added to the other tests with OR, in spite of"
                    + " \"file_multiple_action_users_operator_is_AND\"");
        }
        return warnings;
    }

    private static void fewer(UsersRow row, int most, List<String> warnings) {
        String shown = row.displayName() == null ? "" : row.displayName();
        String told = (shown + " / " + row.team()).replace('_', ' ').toLowerCase(Locale.ROOT);
        Matcher below = BELOW.matcher(told);
        while (below.find()) {
            if (Long.parseLong(below.group(1)) - 1 != most) {
                warnings.add("the text says \"" + below.group() + "\", but \"file_users_with_fewer_logins_than\": "
                        + most + " counts " + most + " itself: up to " + most + " logins pass");
                return;
            }
        }
        Matcher upTo = UP_TO.matcher(told);
        while (upTo.find()) {
            String number = upTo.group(1) == null ? upTo.group(2) : upTo.group(1);
            if (Long.parseLong(number) != most) {
                warnings.add("the text says \"" + upTo.group() + "\", but with \"file_users_with_fewer_logins_than\": "
                        + most + " up to " + most + " logins pass");
                return;
            }
        }
    }

    static String unknownAction(String action, List<SetAction> known, @Nullable String further) {
        String words = known.stream().map(SetAction::word).collect(Collectors.joining(", "));
        return "there is no action \"" + action + "\"; write " + words + (further == null ? "" : " or " + further)
                + "; the team is left as it was";
    }

    /** Lists of the row are so long, or a text in it so odd, that no condition can say it. */
    static String beyondTheLanguage(ConditionException e) {
        return "the tests cannot be written as a condition: "
                + e.faults().getFirst().message() + "; the team is left as it was";
    }

    static String unknown(List<String> users) {
        return "of " + users.size() + " users the answer is not known, so they are neither put in nor taken out: "
                + users.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (users.size() > SHOWN ? ", ..." : "");
    }
}
