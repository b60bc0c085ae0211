package dev.dormouse.core.config;

import dev.dormouse.core.observations.PersonJoin.Declared;
import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Nearest;
import dev.dormouse.core.yaml.Position;
import dev.dormouse.core.yaml.Shown;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Items;
import dev.dormouse.core.yaml.Yaml.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code persons}. */
final class PersonsReader {

    /** Some millions of lines. */
    private static final long LONGEST = 512_000_000;

    private static final List<String> COLUMNS = List.of("application", "account", "person");

    private final ConfigurationFiles files;
    private final Faults faults;

    /** Applications and sources: both name accounts. */
    private final Set<String> owners = new TreeSet<>();

    private final List<Declared> declared = new ArrayList<>();
    private final Map<String, Declared> byAccount = new HashMap<>();

    PersonsReader(
            ConfigurationFiles files, Faults faults, List<ApplicationConfig> applications, List<SourceConfig> sources) {
        this.files = files;
        this.faults = faults;
        applications.forEach(one -> owners.add(one.name()));
        sources.forEach(one -> owners.add(one.name()));
    }

    PersonsConfig read(Entries root) {
        Yaml node = root.find("persons");
        if (node == null || node.isNothing()) {
            return PersonsConfig.NONE;
        }
        Keys keys = Keys.of(node, "in persons", faults);
        List<Text> from = keys.texts("from");
        from.forEach(owner -> requireOwner(owner.value(), owner.at()));
        Yaml mapping = keys.find("mapping");
        if (mapping instanceof Text name && !name.isNothing()) {
            file(name);
        } else if (mapping instanceof Items rows) {
            rows.values().forEach(this::row);
        } else if (mapping != null) {
            keys.fault("mapping", "must be the name of a CSV file, or a list of {application, account, person}");
        }
        keys.refuseOthers();
        return new PersonsConfig(from.stream().map(Text::value).distinct().toList(), declared);
    }

    private void row(Yaml row) {
        Keys keys = Keys.of(row, "in mapping of persons", faults);
        Text application = keys.text("application");
        Text account = keys.text("account");
        Text person = keys.text("person");
        keys.refuseOthers();
        if (application != null && account != null && person != null) {
            declare(application.value(), account.value(), person.value(), row.at());
        }
    }

    private void file(Text name) {
        String text = files.text(name.value(), name.at(), LONGEST);
        if (text == null) {
            return;
        }
        List<String> header = List.of();
        int line = 0;
        for (String written : text.lines().toList()) {
            line++;
            List<String> cells = CommaSeparated.cells(line == 1 ? written.replace("\uFEFF", "") : written);
            if (header.isEmpty()) {
                header = cells.stream().map(String::strip).toList();
                if (!header.containsAll(COLUMNS)) {
                    faults.add(
                            new Position(name.value(), 1, 1),
                            "the first line must name the columns application, account and person");
                    return;
                }
            } else if (!written.isBlank()) {
                row(header, cells, new Position(name.value(), line, 1));
            }
        }
    }

    private void row(List<String> header, List<String> cells, Position at) {
        if (cells.size() != header.size()) {
            faults.add(at, "has " + cells.size() + " columns, and the first line has " + header.size());
            return;
        }
        declare(
                cells.get(header.indexOf("application")).strip(),
                cells.get(header.indexOf("account")).strip(),
                cells.get(header.indexOf("person")).strip(),
                at);
    }

    private void declare(String application, String account, String person, Position at) {
        requireOwner(application, at);
        if (account.isEmpty()) {
            faults.add(at, "names no account");
        }
        if (!person.matches("[^@\\s]+@[^@\\s]+")) {
            faults.add(at, "a person is named by an e-mail address, not by " + Shown.value(person));
        }
        Declared one = new Declared(application, account, person);
        Declared earlier = byAccount.put(one.owner() + "\n" + one.account(), one);
        if (earlier != null && !earlier.person().equals(one.person())) {
            faults.add(
                    at,
                    "account " + Shown.value(account) + " of " + application + " is mapped to two persons, "
                            + earlier.person() + " and " + one.person());
        }
        declared.add(one);
    }

    private void requireOwner(String name, Position at) {
        if (!owners.contains(name)) {
            faults.add(
                    at,
                    "there is no application and no source " + Shown.key(name) + ", named in persons"
                            + Nearest.hint(name, owners));
        }
    }
}
