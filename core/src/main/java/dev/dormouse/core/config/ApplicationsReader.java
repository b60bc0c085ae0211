package dev.dormouse.core.config;

import dev.dormouse.core.config.Sections.Named;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code applications}. */
final class ApplicationsReader {

    private final Sections sections;

    ApplicationsReader(Sections sections) {
        this.sections = sections;
    }

    List<ApplicationConfig> read() {
        List<ApplicationConfig> applications = new ArrayList<>();
        for (Named named : sections.named("applications", "application")) {
            ConnectorConfig connector = sections.connector(named.settings(), "accounts");
            ConnectorConfig accounts = accounts(named);
            if (connector == null) {
                sections.refuseOthers(named.settings());
            }
            if (connector == null && named.settings().entries().find("accounts") == null) {
                sections.faults()
                        .add(
                                named.at(),
                                "application " + named.name() + " needs a 'connector', or 'accounts' that are read"
                                        + " from elsewhere");
            }
            applications.add(new ApplicationConfig(named.name(), connector, accounts, named.at()));
        }
        return applications;
    }

    private @Nullable ConnectorConfig accounts(Named application) {
        Yaml node = application.settings().entries().find("accounts");
        if (node == null) {
            return null;
        }
        if (!(node instanceof Entries entries)) {
            sections.faults()
                    .add(
                            node.at(),
                            "'accounts' in application " + application.name()
                                    + " must be a mapping such as {format: github-members, files: members.json}, not "
                                    + node.kind());
            return null;
        }
        ConnectorConfig accounts =
                sections.connector(sections.settings(entries, "in accounts of application " + application.name()));
        if (accounts == null) {
            sections.faults()
                    .add(
                            node.at(),
                            "'accounts' in application " + application.name() + " needs 'files' or a 'connector'");
        }
        return accounts;
    }
}
