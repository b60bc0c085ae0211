package dev.dormouse.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dormouse.core.backtest.Backtested;
import dev.dormouse.core.backtest.Backtested.Day;
import dev.dormouse.core.backtest.Backtested.Return;
import dev.dormouse.core.backtest.Backtested.Threshold;
import dev.dormouse.core.observations.BacktestPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A backtest as JSON, with every day of every threshold. */
final class BacktestJson {

    private BacktestJson() {}

    static void print(Backtested tested, PrintWriter out) {
        Output.json(out, generator -> write(tested, generator));
    }

    static void write(Backtested tested, JsonGenerator json) throws IOException {
        BacktestPlan plan = tested.plan();
        json.writeStartObject();
        json.writeStringField("workflow", plan.history().question().workflow().name());
        json.writeStringField("from", plan.from().toString());
        json.writeStringField("to", plan.to().toString());
        json.writeStringField("zone", plan.history().zone().getId());
        json.writeStringField("asOf", tested.asOf().toString());
        json.writeArrayFieldStart("notes");
        for (String note : BacktestText.notes(tested)) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("thresholds");
        for (Threshold one : tested.thresholds()) {
            threshold(one, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void threshold(Threshold one, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("days", one.days());
        json.writeNumberField("selected", one.selected());
        json.writeNumberField("seatDays", one.seatDays());
        json.writeObjectFieldStart("money");
        for (Map.Entry<String, BigDecimal> money : new TreeMap<>(one.money()).entrySet()) {
            json.writeNumberField(money.getKey(), money.getValue().setScale(2, RoundingMode.HALF_UP));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("returns");
        for (Return returned : one.returns()) {
            returned(returned, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("byDay");
        for (Day day : one.byDay()) {
            day(day, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void returned(Return returned, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("within", returned.within());
        json.writeNumberField("selected", returned.used().of());
        json.writeNumberField("usedAgain", returned.used().hits());
        json.writeNumberField("backWithoutUse", returned.cameWithoutUse());
        if (returned.used().of() > 0) {
            json.writeNumberField("rate", returned.used().value());
            json.writeNumberField("low", returned.used().low());
            json.writeNumberField("high", returned.used().high());
        }
        json.writeNumberField("daysLeftOut", returned.left());
        json.writeEndObject();
    }

    private static void day(Day day, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("day", day.day().toString());
        json.writeNumberField("accounts", day.accounts());
        json.writeNumberField("selected", day.selected());
        json.writeNumberField("standing", day.standing());
        numbers("usedAgain", day.usedAgain(), json);
        numbers("backAgain", day.cameAgain(), json);
        json.writeEndObject();
    }

    private static void numbers(String name, List<Long> numbers, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeArray(numbers.stream().mapToLong(Long::longValue).toArray(), 0, numbers.size());
    }
}
