package dev.dormouse.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of the house, as ARCHITECTURE.md draws them. */
class ArchitectureTest {

    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify..";
    private static final String SPI = "dev.dormouse.spi..";
    private static final String CORE = "dev.dormouse.core..";
    private static final String CONDITION = "dev.dormouse.core.condition..";

    @SuppressWarnings("NullAway.Init") // read before the first test
    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.dormouse");
        assertThat(house.size()).isGreaterThan(200);
    }

    @Test
    void a_connector_can_be_written_against_the_spi_alone() {
        classes()
                .that()
                .resideInAPackage(SPI)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(JDK, NULLNESS, SPI)
                .check(house);
    }

    @Test
    void the_rules_know_no_framework_and_no_database() {
        classes()
                .that()
                .resideInAPackage(CORE)
                .and()
                .resideOutsideOfPackage(CONDITION)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(JDK, NULLNESS, SPI, CORE, "org.snakeyaml.engine..")
                .check(house);
    }

    @Test
    void the_language_of_conditions_stays_in_its_package() {
        noClasses()
                .that()
                .resideInAPackage("dev.dormouse..")
                .and()
                .resideOutsideOfPackage("dev.dormouse.core.condition..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.cel..")
                .check(house);
    }

    @Test
    void conditions_alone_know_the_language_they_are_written_in() {
        classes()
                .that()
                .resideInAPackage(CONDITION)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        JDK, NULLNESS, SPI, CORE, "dev.cel..", "com.google.re2j..", "com.google.common.collect..")
                .check(house);
    }

    @Test
    void observations_ledger_and_engine_meet_only_through_the_ports_of_core() {
        for (String room : List.of("observations", "ledger", "engine")) {
            noClasses()
                    .that()
                    .resideInAPackage("dev.dormouse." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others(
                            room, List.of("observations", "ledger", "engine", "app", "cli", "connectors", "sandbox")))
                    .check(house);
        }
    }

    @Test
    void a_connector_knows_neither_the_core_nor_another_connector() {
        noClasses()
                .that()
                .resideInAPackage("dev.dormouse.connectors..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        CORE,
                        "dev.dormouse.observations..",
                        "dev.dormouse.ledger..",
                        "dev.dormouse.engine..",
                        "dev.dormouse.app..")
                .check(house);
        slices().matching("dev.dormouse.connectors.(*)..")
                .should()
                .notDependOnEachOther()
                .check(house);
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("dev.dormouse.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void time_comes_in_as_a_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.dormouse.cli..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("only the wiring knows the real time")
                .check(house);
    }

    @Test
    void every_package_says_what_lives_in_it_and_is_null_marked() {
        List<String> unmarked = new ArrayList<>();
        collect(house.getPackage("dev.dormouse"), unmarked);
        assertThat(unmarked).isEmpty();
    }

    private static void collect(JavaPackage where, List<String> unmarked) {
        boolean inhabited =
                where.getClasses().stream().anyMatch(one -> !one.getSimpleName().equals("package-info"));
        if (inhabited && !where.isAnnotatedWith(NullMarked.class)) {
            unmarked.add(where.getName());
        }
        where.getSubpackages().forEach(below -> collect(below, unmarked));
    }

    private static String[] others(String room, List<String> rooms) {
        return rooms.stream()
                .filter(other -> !other.equals(room))
                .map(other -> "dev.dormouse." + other + "..")
                .toArray(String[]::new);
    }
}
