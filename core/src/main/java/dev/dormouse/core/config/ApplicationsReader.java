package dev.dormouse.core.config;

import dev.dormouse.core.backtest.SeatPrice;
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
            ConnectorConfig connector = sections.connector(named.settings(), "accounts", "seatPrice");
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
            applications.add(new ApplicationConfig(named.name(), connector, accounts, seatPrice(named), named.at()));
        }
        return applications;
    }

    private @Nullable SeatPrice seatPrice(Named application) {
        Yaml node = application.settings().entries().find("seatPrice");
        if (node == null) {
            return null;
        }
        String text = sections.attempt(
                application.settings(),
                "seatPrice",
                () -> application.settings().quietly().text("seatPrice"),
                "");
        SeatPrice price = SeatPrice.parse(text);
        if (price == null) {
            sections.faults()
                    .add(
                            node.at(),
                            "'seatPrice' in application " + application.name()
                                    + " must be a price such as \"4.00 EUR per month\" (per day, month or year)");
        }
        return price;
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
