package dev.dormouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.dormouse.core.cases.CaseState;
import dev.dormouse.core.cases.Trigger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredTypesTest {

    @ParameterizedTest
    @MethodSource("families")
    void every_variant_has_a_stored_name_and_a_sample(Class<?> family) {
        assertThat(variants(family)).isNotEmpty().allSatisfy(variant -> {
            assertThat(StoredTypes.NAMES)
                    .as("%s needs a line in StoredTypes", variant)
                    .anyMatch(name -> name.getType() == variant);
            assertThat(samples()).as("%s needs a line in Samples", variant).anyMatch(variant::isInstance);
        });
    }

    @ParameterizedTest
    @MethodSource("families")
    void no_two_variants_of_a_family_share_a_name(Class<?> family) {
        assertThat(StoredTypes.NAMES.stream()
                        .filter(name -> family.isAssignableFrom(name.getType()))
                        .map(NamedType::getName))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_state_comes_back_as_it_was() {
        assertThat(Samples.STATES)
                .allSatisfy(state -> assertThat(Json.read(CaseState.class, Json.write(CaseState.class, state)))
                        .isEqualTo(state));
    }

    @Test
    void every_trigger_comes_back_as_it_was() {
        assertThat(Samples.TRIGGERS)
                .allSatisfy(trigger -> assertThat(Json.read(Trigger.class, Json.write(Trigger.class, trigger)))
                        .isEqualTo(trigger));
    }

    @Test
    void what_is_finer_than_a_microsecond_is_cut_off() {
        Trigger trigger = new Trigger.Dormancy("", Samples.NOW.plusNanos(999), false);

        assertThat(Json.read(Trigger.class, Json.write(Trigger.class, trigger)))
                .isEqualTo(new Trigger.Dormancy("", Samples.NOW, false));
        assertThat(Instants.instant(Instants.micros(java.time.Instant.ofEpochSecond(-2, 999_999_999))))
                .isEqualTo(java.time.Instant.ofEpochSecond(-2, 999_999_000));
    }

    /** Ledgers with this text exist; if it cannot be read any more, a migration is needed. */
    @Test
    void a_state_written_by_the_first_version_is_still_read() {
        assertThat(Json.write(CaseState.class, Samples.STATES.get(4)))
                .isEqualTo("{\"is\":\"removing\",\"step\":2,\"announcement\":{\"key\":\"notice-1\","
                        + "\"sentAt\":1718798400123456,\"deadline\":1721390400123456,\"arrival\":\"DELIVERED\"},"
                        + "\"access\":{\"account\":{\"application\":\"github/acme\",\"login\":\"Ida\","
                        + "\"remoteId\":\"42\"},\"remoteId\":\"42\",\"readAt\":1718798400123456,\"held\":["
                        + "{\"entitlement\":\"org-member\",\"level\":\"admin\"},"
                        + "{\"entitlement\":\"team:platform\",\"level\":null}],"
                        + "\"restorableUntil\":1726574400123456},\"attempts\":3,"
                        + "\"failures\":[\"a step failed\",\"İ ı 🐭\"]}");
    }

    @Test
    void an_unknown_variant_or_a_missing_part_is_an_error_and_not_a_default() {
        assertThatThrownBy(() -> Json.read(Trigger.class, "{\"is\":\"magic\"}"))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("cannot read a stored Trigger")
                .hasMessageContaining("use the version of Dormouse that wrote it");
        assertThatThrownBy(() -> Json.read(Trigger.class, "{\"is\":\"restore\",\"by\":\"ana\"}"))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("caseId");
    }

    private static List<Class<?>> families() {
        return StoredTypes.FAMILIES;
    }

    private static Stream<?> samples() {
        return Stream.of(Samples.STATES, Samples.TRIGGERS).flatMap(List::stream);
    }

    private static List<Class<?>> variants(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .<Class<?>>flatMap(one -> variants(one).stream())
                        .toList()
                : List.of(type);
    }
}
