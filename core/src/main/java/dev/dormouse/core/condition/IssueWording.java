package dev.dormouse.core.condition;

import dev.cel.common.CelIssue;
import dev.dormouse.core.condition.ConditionException.Fault;
import dev.dormouse.core.yaml.Nearest;
import dev.dormouse.core.yaml.Shown;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what CEL did not understand, and points to the beginning of the word that is meant. */
final class IssueWording {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.*?)'.*", Pattern.DOTALL);
    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '(.*?)' applied to '(.*?)'(?: \\(candidates.*)?", Pattern.DOTALL);
    private static final Pattern RESULT = Pattern.compile("expected type 'bool' but found '(.*?)'", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*");

    private final Places places;

    IssueWording(String text) {
        places = new Places(text);
    }

    Fault fault(CelIssue issue) {
        int line = Math.max(1, issue.getSourceLocation().getLine());
        int offset = places.startOfWord(
                places.offset(line, Math.max(0, issue.getSourceLocation().getColumn())));
        return places.fault(offset, message(issue.getMessage(), offset));
    }

    private String message(String message, int offset) {
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return undeclared(undeclared.group(1), offset);
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            return overload(overload.group(1), plainTypes(overload.group(2)));
        }
        Matcher result = RESULT.matcher(message);
        if (result.matches()) {
            return "a condition must come to true or false, and this is of type " + plainTypes(result.group(1));
        }
        if (message.contains("does not select a field")) {
            return "'has' goes with an attribute alone: has(account.attributes.department)";
        }
        return "cannot be read: " + message.replaceAll("\\s+", " ");
    }

    private String undeclared(String name, int offset) {
        Matcher word = WORD.matcher(places.from(offset));
        String written = word.lookingAt() && word.group().startsWith(name) ? word.group() : name;
        return "there is no " + Shown.value(written) + Nearest.hint(written, Vocabulary.names());
    }

    private static String overload(String function, String types) {
        String name = function.replaceAll("[_@]", "");
        String said = "'" + name + "' cannot be applied to " + types;
        if (types.contains("kind") || types.contains("state")) {
            return said + "; kinds and states are written bare: account.kind == HUMAN, account.state == SUSPENDED";
        }
        return said;
    }

    private static String plainTypes(String types) {
        return types.replace("google.protobuf.", "")
                .replace("Timestamp", "timestamp")
                .replace("Duration", "duration")
                .toLowerCase(Locale.ROOT);
    }
}
