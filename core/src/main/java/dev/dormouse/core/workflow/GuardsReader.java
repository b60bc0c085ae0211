package dev.dormouse.core.workflow;

import dev.dormouse.core.workflow.Guards.MaxRemoved;
import dev.dormouse.core.workflow.Guards.MaxSelected;
import dev.dormouse.core.workflow.Guards.Voices;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Shown;
import dev.dormouse.core.yaml.Yaml.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code guard}. */
final class GuardsReader {

    private static final String PERCENT = "(\\d{1,3}(?:\\.\\d{1,6})?) ?%";
    private static final Pattern SELECTED =
            Pattern.compile("(?:(?<n>\\d{1,9})|(?<p>" + PERCENT + ")|(?<n2>\\d{1,9}) and (?<p2>" + PERCENT + "))");
    private static final Pattern REMOVED = Pattern.compile("(\\d{1,9}) in (.+)");
    private static final Pattern COVERAGE = Pattern.compile(PERCENT);

    private final Document document;
    private final Keys guard;

    GuardsReader(Document document, Keys guard) {
        this.document = document;
        this.guard = guard;
    }

    Guards read() {
        Guards guards = new Guards(
                maxSelected(),
                maxRemoved(),
                document.findWindow(guard, "sourceMaxAge"),
                minCoverage(),
                maxSilence(),
                guard.isTrue("fourEyes") ? Voices.TWO : Voices.ONE);
        guard.refuseOthers();
        return guards;
    }

    private @Nullable MaxSelected maxSelected() {
        Text text = guard.findText("maxSelected");
        if (text == null) {
            return null;
        }
        Matcher written = SELECTED.matcher(text.value().strip());
        if (!written.matches()) {
            wrong("maxSelected", text, "a number, a share or both: 50, \"5%\" or \"50 and 5%\"");
            return null;
        }
        String accounts = written.group("n") == null ? written.group("n2") : written.group("n");
        String share = written.group("p") == null ? written.group("p2") : written.group("p");
        double percent = share == null ? 100 : percent("maxSelected", text, share);
        return new MaxSelected(accounts == null ? Long.MAX_VALUE : Long.parseLong(accounts), percent);
    }

    private @Nullable MaxRemoved maxRemoved() {
        Text text = guard.findText("maxRemoved");
        if (text == null) {
            return null;
        }
        Matcher written = REMOVED.matcher(text.value().strip());
        Window within = written.matches() ? Windows.parse(written.group(2)) : null;
        if (within == null) {
            wrong("maxRemoved", text, "a number in a length of time: \"100 in 7d\"");
            return null;
        }
        return new MaxRemoved(Long.parseLong(written.group(1)), within);
    }

    private @Nullable Window maxSilence() {
        Text text = guard.findText("maxSilence");
        if (text != null && text.value().equals("none")) {
            return null;
        }
        Window written = document.findWindow(guard, "maxSilence");
        return written == null ? Guards.MAX_SILENCE : written;
    }

    private double minCoverage() {
        Text text = guard.findText("minCoverage");
        if (text == null) {
            return 0;
        }
        if (!COVERAGE.matcher(text.value().strip()).matches()) {
            wrong("minCoverage", text, "a share such as 80%");
            return 0;
        }
        return percent("minCoverage", text, text.value().strip());
    }

    private double percent(String key, Text text, String share) {
        double percent = Double.parseDouble(share.replace("%", "").strip());
        if (percent > 100) {
            wrong(key, text, "at most 100%");
            return 100;
        }
        return percent;
    }

    private void wrong(String key, Text text, String expected) {
        guard.fault(key, "must be " + expected + ", not " + Shown.value(text.value()));
    }
}
