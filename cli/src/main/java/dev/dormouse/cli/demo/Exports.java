package dev.dormouse.cli.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes what an owner of the organisations would download, in GitHub's own formats. */
final class Exports {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter CSV_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx", Locale.ROOT).withZone(LONDON);
    private static final DateTimeFormatter PEOPLE_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(LONDON);
    private static final JsonFactory JSON = new JsonFactory();

    private final DemoFolder folder;
    private final Population population;

    Exports(DemoFolder folder, Population population) {
        this.folder = folder;
        this.population = population;
    }

    /** Replaces all exports; as with real ones the time of the files tells when they were made. */
    void write(Instant now) throws IOException {
        dormantReport(now);
        for (String organization : Population.ORGANIZATIONS) {
            peoplePage(organization, now);
        }
        auditLog(now);
        Files.setLastModifiedTime(folder.file(DemoFolder.DORMANT_REPORT), FileTime.from(now));
        Files.setLastModifiedTime(folder.file(DemoFolder.AUDIT_LOG), FileTime.from(now));
        for (String organization : Population.ORGANIZATIONS) {
            Files.setLastModifiedTime(folder.file(DemoFolder.peoplePage(organization)), FileTime.from(now));
        }
    }

    private void dormantReport(Instant now) throws IOException {
        try (Writer csv = Files.newBufferedWriter(folder.file(DemoFolder.DORMANT_REPORT))) {
            csv.write("created_at,id,login,role,last_logged_ip,2fa_enabled?,outside_collaborator\n");
            for (Person person : population.people()) {
                if (Life.isDormantForGitHub(person, now)) {
                    csv.write(CSV_TIME.format(Life.created(person)) + "," + (1_000 + person.number()) + ","
                            + person.login() + ",user,192.0.2." + person.number() % 250 + ",true,false\n");
                }
            }
        }
    }

    private void peoplePage(String organization, Instant now) throws IOException {
        Path file = folder.file(DemoFolder.peoplePage(organization));
        try (JsonGenerator json = JSON.createGenerator(Files.newBufferedWriter(file))) {
            json.writeStartArray();
            for (Person person : population.in(organization)) {
                Instant seen = Life.lastSeen(person, organization, now);
                json.writeStartObject();
                json.writeStringField("login", person.login());
                json.writeStringField("name", person.login());
                json.writeBooleanField("tfa_enabled", true);
                json.writeBooleanField("is_public", false);
                json.writeStringField("role", "Member");
                json.writeStringField("last_active", seen == null ? "No activity" : time(person, seen));
                if (person.addressOnPeoplePage()) {
                    json.writeStringField("saml_name_id", person.address());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static String time(Person person, Instant seen) {
        return person.habit() == Habit.UNREADABLE ? "31/02/2023" : PEOPLE_TIME.format(seen);
    }

    private void auditLog(Instant now) throws IOException {
        Path file = folder.file(DemoFolder.AUDIT_LOG);
        try (JsonGenerator json = JSON.createGenerator(Files.newBufferedWriter(file))) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (Person person : population.people()) {
                List<Instant> events = Life.audited(person, now);
                for (Instant at : events) {
                    json.writeStartObject();
                    json.writeNumberField("@timestamp", at.toEpochMilli());
                    json.writeStringField("action", "pull_request.create");
                    json.writeStringField("actor", person.login());
                    json.writeNumberField("actor_id", 1_000 + person.number());
                    json.writeNumberField("created_at", at.toEpochMilli());
                    json.writeStringField("org", person.isIn(Population.ACME) ? Population.ACME : Population.ACME_DATA);
                    json.writeEndObject();
                }
            }
        }
    }
}
