package dev.dormouse.core.condition;

import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the functions of the {@link Vocabulary} do in the CEL runtime. */
// What a binding closes over are facts and functions without state, which Error Prone cannot see.
@SuppressWarnings("Immutable")
final class Functions {

    private Functions() {}

    static CelRuntime runtime() {
        return CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(Cel.OPTIONS)
                // CEL's own fail where two instants are more than 292 years apart, as "never" is from everything, and
                // by zero; and an error that || has passed on is a value for != (dev.cel 0.14.0). So nothing may fail.
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .excludeFunctions(
                                StandardFunction.ADD,
                                StandardFunction.SUBTRACT,
                                StandardFunction.DIVIDE,
                                StandardFunction.MODULO)
                        .build())
                .addFunctionBindings(plus())
                .addFunctionBindings(divided("_/_", "divide_int64", (one, other) -> one / other))
                .addFunctionBindings(divided("_%_", "modulo_int64", (one, other) -> one % other))
                .addFunctionBindings(minus())
                .addFunctionBindings(last())
                .addFunctionBindings(bind("never", plain("never", new Fact.Never())))
                .addFunctionBindings(bind("inactiveFor", windowed("inactiveFor", Fact.InactiveFor::new)))
                .addFunctionBindings(bind("activeDays", windowed("activeDays", Fact.ActiveDays::new)))
                .addFunctionBindings(counted("logins", ActivityKind.LOGIN))
                .addFunctionBindings(counted("uses", ActivityKind.USE))
                .addFunctionBindings(counted("count", null))
                .addFunctionBindings(bind("has", named("has", Fact.Holds::new)))
                .addFunctionBindings(bind("any", named("any", Fact.HoldsAny::new)))
                .addFunctionBindings(bind(AttributeCalls.VALUE, named(AttributeCalls.VALUE, Fact.Attribute::new)))
                .addFunctionBindings(
                        bind(AttributeCalls.PRESENCE, named(AttributeCalls.PRESENCE, Fact.HasAttribute::new)))
                .addFunctionBindings(length("days", Duration::ofDays))
                .addFunctionBindings(length("hours", Duration::ofHours))
                .build();
    }

    private static Set<CelFunctionBinding> bind(String function, CelFunctionBinding... overloads) {
        return CelFunctionBinding.fromOverloads(function, overloads);
    }

    private static CelFunctionBinding plain(String function, Fact fact) {
        return CelFunctionBinding.from(Vocabulary.id(function, 0), Given.class, given -> given.value(fact));
    }

    private static CelFunctionBinding windowed(String function, Function<Duration, Fact> fact) {
        return CelFunctionBinding.from(
                Vocabulary.id(function, 1),
                Given.class,
                Duration.class,
                (given, window) -> given.value(fact.apply(window)));
    }

    private static CelFunctionBinding named(String function, Function<String, Fact> fact) {
        return CelFunctionBinding.from(
                Vocabulary.id(function, 1), Given.class, String.class, (given, name) -> given.value(fact.apply(name)));
    }

    private static Set<CelFunctionBinding> last() {
        return bind(
                "last",
                plain("last", new Fact.Last(null)),
                named("last", kind -> new Fact.Last(ActivityKind.valueOf(kind.toUpperCase(Locale.ROOT)))));
    }

    private static Set<CelFunctionBinding> counted(String function, @Nullable ActivityKind kind) {
        return bind(
                function,
                plain(function, new Fact.Count(kind, null)),
                windowed(function, window -> new Fact.Count(kind, window)));
    }

    private static Set<CelFunctionBinding> length(String function, Function<Long, Duration> length) {
        return bind(function, CelFunctionBinding.from(Vocabulary.id(function, 1), Long.class, length::apply));
    }

    private static Set<CelFunctionBinding> plus() {
        return bind(
                "_+_",
                CelFunctionBinding.from("add_int64", Long.class, Long.class, Math::addExact),
                CelFunctionBinding.from("add_string", String.class, String.class, String::concat),
                CelFunctionBinding.from(
                        "add_timestamp_duration", Instant.class, Duration.class, (at, by) -> told(Limits.plus(at, by))),
                CelFunctionBinding.from(
                        "add_duration_timestamp", Duration.class, Instant.class, (by, at) -> told(Limits.plus(at, by))),
                CelFunctionBinding.from(
                        "add_duration_duration",
                        Duration.class,
                        Duration.class,
                        (one, other) -> told(Limits.kept(one.plus(other)))));
    }

    private static Set<CelFunctionBinding> minus() {
        return bind(
                "_-_",
                CelFunctionBinding.from("subtract_int64", Long.class, Long.class, Math::subtractExact),
                CelFunctionBinding.from(
                        "subtract_timestamp_timestamp",
                        Instant.class,
                        Instant.class,
                        (to, from) -> told(Limits.kept(Duration.between(from, to)))),
                CelFunctionBinding.from(
                        "subtract_timestamp_duration",
                        Instant.class,
                        Duration.class,
                        (at, by) -> told(Limits.plus(at, by.negated()))),
                CelFunctionBinding.from(
                        "subtract_duration_duration",
                        Duration.class,
                        Duration.class,
                        (one, other) -> told(Limits.kept(one.minus(other)))));
    }

    private static Set<CelFunctionBinding> divided(String function, String overload, BinaryOperator<Long> by) {
        return bind(
                function,
                CelFunctionBinding.from(
                        overload,
                        Long.class,
                        Long.class,
                        (one, other) -> other == 0 ? Given.UNKNOWN : by.apply(one, other)));
    }

    private static Object told(@Nullable Object value) {
        return value == null ? Given.UNKNOWN : value;
    }
}
