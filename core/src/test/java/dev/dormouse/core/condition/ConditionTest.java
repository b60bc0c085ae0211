package dev.dormouse.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountState;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static @Nullable Boolean truth(String text, Known known) throws ConditionException {
        return Condition.parse(text).evaluate(known).truth();
    }

    private static Known ann() {
        return new Known()
                .with("account.kind", AccountKind.HUMAN)
                .with("account.state", AccountState.ACTIVE)
                .with("account.login", "Ann")
                .with("account.licence", "")
                .with("account.isManager", false)
                .with("account.created", Instant.parse("2024-01-01T00:00:00Z"))
                .with("account.email", "ann@acme.example")
                .with("account.attributes[\"department\"]", "it")
                .with("\"department\" in account.attributes", true)
                .with("activity.last()", Expression.NEVER)
                .with("activity.last(\"login\")", Instant.parse("2026-05-01T00:00:00Z"))
                .with("activity.never()", true)
                .with("activity.inactiveFor(days(90))", true)
                .with("activity.logins(days(90))", 2L)
                .with("activity.uses()", 7)
                .with("activity.count(hours(36))", 0L)
                .with("activity.activeDays(days(90))", 1L)
                .with("grants.has(\"team:it\")", true)
                .with("content.private", 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account.kind == HUMAN && activity.logins(days(90)) <= 2 && !account.isManager",
                "account.kind in [HUMAN, BREAK_GLASS] && account.state != SUSPENDED",
                "account.licence == '' && account.login.startsWith('An') && size(account.login) == 3",
                "has(account.attributes.department) && 'department' in account.attributes",
                "account.attributes['department'] == 'it' && account.attributes.department.size() == 2",
                "!has(account.attributes.town)",
                "now - activity.last() > days(36500)",
                "activity.last() == timestamp('0001-01-01T00:00:00Z') && activity.never()",
                "activity.last('login') + days(31) < now && now - activity.last('login') > hours(36)",
                "activity.inactiveFor(days(90)) ? activity.uses() == 7 : false",
                "activity.activeDays(days(90)) + 1 == 4 / 2 && -7 % 3 == -1 && 7 - 2 * 3 == 1",
                "grants.has('team:it') && !grants.any('licence:')",
                "person.email.matches('^[a-z]+@acme[.]example$') && person.email.contains('@')",
                "content.private + content.private == 6 || content.public > 0",
                "activity.count(duration('129600s')) == 0",
                "account.login + '!' == 'Ann!'"
            })
    void what_is_so_is_true(String text) throws ConditionException {
        assertThat(Condition.parse(text).evaluate(ann()).truth()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content.public > 0",
                "content.public > 0 && true",
                "false || content.public > 0",
                "!(content.public > 0)",
                "content.public > 0 ? true : true",
                "account.manager == ''",
                "account.manager in []",
                "account.attributes.town == 'x' || activity.never() && account.attributes['town'] != 'x'",
                "1 / (content.private - 3) == 0",
                "timestamp('0001-01-01T00:00:00Z') - days(1) < now",
                "activity.logins() == 0",
                "(1 / (content.private - 3) == 0 || false) != true",
                "(account.attributes.town == 'x' || false) != true",
                "(account.attributes['town'] == 'x' && true) == false",
                "(7 % (content.private - 3) == 0 || activity.logins() > 1) in [true]",
                "activity.last('machine') < now"
            })
    void what_is_not_known_is_neither_true_nor_false(String text) throws ConditionException {
        assertThat(Condition.parse(text).evaluate(ann()).truth()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content.public > 0 && false",
                "false && content.public > 0",
                "account.attributes.town == 'x' && activity.logins(days(90)) > 2",
                "1 / (content.private - 3) == 0 && false"
            })
    void false_wins_over_unknown(String text) throws ConditionException {
        assertThat(truth(text, ann())).isFalse();
    }

    @Test
    void true_wins_over_unknown_and_a_branch_not_taken_does_not_count() throws ConditionException {
        assertThat(truth("content.public > 0 || true", ann())).isTrue();
        assertThat(truth("account.attributes.town == 'x' || activity.never()", ann()))
                .isTrue();
        assertThat(truth("activity.never() ? true : content.public > 0", ann())).isTrue();
    }

    @Test
    void the_evaluation_names_what_was_unknown() throws ConditionException {
        assertThat(Condition.parse("content.public > activity.logins()")
                        .evaluate(ann())
                        .unknown())
                .hasToString("[content.public, activity.logins()]");
    }

    @Test
    void a_condition_lists_what_it_asks_each_once() throws ConditionException {
        Condition condition = Condition.parse(
                "activity.logins(days(90)) == 0 && activity.last() < now - days(30) && activity.logins(hours(2160)) < 3"
                        + " && has(account.attributes.x)");
        assertThat(condition.asks())
                .containsExactly(
                        new Fact.Count(ActivityKind.LOGIN, Duration.ofDays(90)),
                        new Fact.Last(null),
                        new Fact.HasAttribute("x"));
        assertThat(condition.asksForActivity()).isTrue();
        assertThat(Condition.parse("account.kind == HUMAN").asksForActivity()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account.knd == HUMAN | 1:1: there is no 'account.knd'; did you mean 'account.kind'?",
                "true && account.kind == HUMEN | 1:25: there is no 'HUMEN'; did you mean 'HUMAN'?",
                "account.kind == 'HUMAN' | 1:14: '==' cannot be applied to (kind, string); kinds and states are written bare",
                "account.kind == SUSPENDED | 1:14: '==' cannot be applied to (kind, state); kinds and states",
                "activity.logins(days(90)) | 1:10: a condition must come to true or false, and this is of type int",
                "activity.login(days(90)) > 2 | 1:10: there is no 'login'; did you mean",
                "activity.logins(days(content.private)) > 2 | 1:22: 'days' takes a value that is written out",
                "activity.logins(now - account.created) > 2 | 1:17: a window must be a constant",
                "activity.logins(days(0)) > 2 | 1:17: a window is longer than nothing and at most 100 years long",
                "now - days(36601) > now | 1:12: 'days' takes a whole number from 0 to 36600",
                "now > timestamp('2026-02-30T00:00:00Z') | 1:17: this is not an instant; write for example",
                "now > timestamp('2026-02-03T00:00:00.1234567Z') | 1:7: an instant lies in the years 1 to 9999",
                "activity.last('logn') < now | 1:15: the kinds of activity are \"login\", \"use\" and \"machine\"",
                "account.login < 'b' | 1:1: values of type string are compared with == and != alone",
                "content.private * content.public > 3 | 1:1: this can become larger than 9007199254740992",
                "content.private > 2.5 | 1:19: numbers are whole and signed: write 2, not 2.0 or 2u",
                "account.created == null | 1:20: there is no null here",
                "account.created.getFullYear() == 2024 | 1:1: 'getFullYear' cannot be asked of many accounts at once",
                "[1, 2].exists(x, x > 1) | 1:8: there is no 'exists'",
                "content.private in [1, content.public] | 1:24: a list behind 'in' has values that are written out",
                "account.attributes[account.login] == 'x' | 1:20: the name of an attribute must be written out",
                "has(account.email) | 1:1: 'has' goes with an attribute alone",
                "grants == grants | 1:1: 'grants' is no value; ask for one of its parts",
                "account.login.matches('a\\\\bc') | 1:23: '\\b' is not read everywhere in the same way",
                "account.login.matches('(') | 1:23: the pattern cannot be read: missing closing )",
                "account.login == 'a | 1:18: cannot be read: "
            })
    void what_cannot_be_done_is_refused_at_its_place(String text, String message) {
        assertThatThrownBy(() -> Condition.parse(text))
                .isInstanceOf(ConditionException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void every_fault_of_the_type_checker_is_told_with_its_line() {
        assertThatThrownBy(() -> Condition.parse("acount.kind == HUMAN &&\n  contnt.private > 2"))
                .hasMessageStartingWith("1:1: there is no 'acount.kind'; did you mean 'account.kind'?")
                .hasMessageContaining("\n2:3: there is no 'contnt.private'; did you mean 'content.private'?");
    }
}
