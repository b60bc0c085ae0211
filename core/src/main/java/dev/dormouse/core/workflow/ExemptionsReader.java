package dev.dormouse.core.workflow;

import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.core.workflow.Exemptions.Kind;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Shown;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Text;
import dev.dormouse.spi.AccountKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code exempt}. */
final class ExemptionsReader {

    private final Document document;
    private final Keys exempt;
    private final List<Exemption> entries = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    ExemptionsReader(Document document, Keys exempt) {
        this.document = document;
        this.exempt = exempt;
    }

    Exemptions read() {
        list("accounts", Kind.ACCOUNT, "login");
        list("patterns", Kind.PATTERN, "pattern");
        list("groups", Kind.GROUP, "group");
        list("kinds", Kind.ACCOUNT_KIND, "kind");
        Keys until = exempt.findKeys("until", "in exempt.until of workflow " + document.name());
        if (until != null) {
            for (String login : until.names()) {
                Text date = until.findText(login);
                if (date != null) {
                    add(Kind.ACCOUNT, new Text(login, date.style(), until.at(login), date.span()), date(date), "");
                }
            }
        }
        exempt.refuseOthers();
        return new Exemptions(entries);
    }

    private void list(String key, Kind kind, String word) {
        Yaml node = exempt.find(key);
        List<Yaml> items = node instanceof Text && !node.isNothing() ? List.of(node) : exempt.items(key);
        for (Yaml item : items) {
            if (item instanceof Text text) {
                add(kind, text, null, "");
                continue;
            }
            Keys keys = Keys.of(item, "in exempt." + key + " of workflow " + document.name(), document.faults());
            Text match = keys.text(word);
            Text until = keys.findText("until");
            Text reason = keys.findText("reason");
            keys.refuseOthers();
            if (match != null) {
                add(kind, match, until == null ? null : date(until), reason == null ? "" : reason.value());
            }
        }
    }

    private void add(Kind kind, Text match, @Nullable LocalDate until, String reason) {
        String value = match.value().strip();
        if (match.isNothing() || value.isEmpty()) {
            document.faults().add(match.at(), "an entry " + exempt.where() + " is empty");
            return;
        }
        if (value.contains("${")) {
            document.faults()
                    .add(
                            match.at(),
                            "an entry " + exempt.where() + ": variables are not replaced here; write the value");
        }
        if (kind == Kind.ACCOUNT && (value.contains("*") || value.contains("?"))) {
            document.faults()
                    .add(
                            match.at(),
                            Shown.value(value) + " " + exempt.where() + " is a pattern; write it under 'patterns'");
        }
        if (kind == Kind.ACCOUNT_KIND) {
            requireKind(match);
        }
        if (!seen.add(kind + " " + value.toLowerCase(Locale.ROOT))) {
            document.twice(match.at(), value, "exempt of workflow " + document.name());
        }
        entries.add(new Exemption(kind, value, until, reason));
    }

    private void requireKind(Text kind) {
        List<String> kinds = Arrays.stream(AccountKind.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        if (!kinds.contains(kind.value())) {
            document.faults()
                    .add(
                            kind.at(),
                            Shown.value(kind.value()) + " " + exempt.where()
                                    + " is not a kind of account; write one of " + String.join(", ", kinds));
        }
    }

    private @Nullable LocalDate date(Text text) {
        try {
            return LocalDate.parse(text.value());
        } catch (DateTimeParseException e) {
            document.faults()
                    .add(
                            text.at(),
                            Shown.value(text.value()) + " " + exempt.where()
                                    + " is not a date; write the last exempt day, for example 2027-03-01");
            return null;
        }
    }
}
