package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.connectors.files.Feeds.Told;
import dev.dormouse.spi.FileStore;
import dev.dormouse.spi.Sighting;
import dev.dormouse.testkit.MapSettings;
import dev.dormouse.testkit.Shared;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The exports of an organisation of a thousand, and a real audit log. */
class SharedExportsTest {

    private static FileStore folder(Path path) {
        return new LocalFiles().open(MapSettings.of(Map.of("folder", path.toString())));
    }

    private static Told read(String format, String name) {
        return Feeds.read(folder(Shared.path("cases/moj/d1000")), format, Map.of("files", name));
    }

    @Test
    void every_record_of_the_organisation_of_a_thousand_is_read() {
        for (Told told : new Told[] {
            read("github-dormant-report", "dormant.csv"),
            read("github-people-page", "export-*.json"),
            read("auth0-users", "auth0_users.json")
        }) {
            assertThat(told.problems).isEmpty();
            assertThat(told.sightings).noneMatch(Sighting.Unreadable.class::isInstance);
            assertThat((long) told.sightings.size())
                    .isEqualTo(told.feed().records())
                    .isGreaterThan(200);
        }
    }

    @Test
    void an_audit_log_of_a_real_organisation_is_read() {
        Path folder = Shared.path("inputs/logs/elastic/github/audit");
        Told told = Feeds.read(folder(folder), "github-audit-log", Map.of("files", "*.log"));
        assertThat(told.feed().records()).isGreaterThanOrEqualTo(98);
        assertThat(told.problems).isEmpty();
        assertThat(told.sightings).isNotEmpty().allMatch(Sighting.Event.class::isInstance);
    }
}
