package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.List;
import org.opbrief.api.data.Unit;
import org.opbrief.api.output.Tracing.TracedFigure;

/** A figure's passport, for people and as JSON. */
final class PassportText {

    private PassportText() {}

    static String value(TracedFigure figure) {
        return Words.amount(figure.value(), Unit.of(figure.unit()));
    }

    /** Short enough for a column. */
    static String rounded(TracedFigure figure) {
        return Words.amount(
                figure.value().setScale(Math.min(3, Math.max(0, figure.value().scale())), RoundingMode.HALF_EVEN),
                Unit.of(figure.unit()));
    }

    static void print(Invocation call, TracedFigure figure) throws CommandException {
        if (call.json()) {
            Json.write(call.console(), json -> json(json, figure));
            return;
        }
        Console console = call.console();
        console.line(figure.label() + " (" + figure.id() + ")");
        line(console, "Value", value(figure));
        line(console, "In words", figure.words());
        line(console, "Estimate", figure.estimate() ? "yes: it rests on assumptions" : "");
        line(console, "Method", figure.method());
        line(console, "From", String.join(", ", figure.inputs()));
        line(console, "Factors", figure.factors());
        lines(console, "Parameters", figure.parameters());
        lines(console, "Batches", figure.batches());
        if (figure.inputs().isEmpty()) {
            line(console, "Rows", Words.number(figure.rows()));
        }
        if (!figure.sql().isEmpty()) {
            lines(console, "SQL", figure.sql().lines().toList());
        }
    }

    private static void line(Console console, String name, String value) {
        if (!value.isEmpty()) {
            lines(console, name, Words.wrapped("", "", value, Opbrief.WIDTH - 14));
        }
    }

    private static void lines(Console console, String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            String lead = i == 0 ? (name + ":          ").substring(0, 12) : " ".repeat(12);
            console.line("  " + lead + values.get(i));
        }
    }

    static void json(JsonGenerator json, TracedFigure figure) throws IOException {
        json.writeStartObject();
        fields(json, figure);
        json.writeEndObject();
    }

    static void fields(JsonGenerator json, TracedFigure figure) throws IOException {
        json.writeStringField("id", figure.id());
        json.writeStringField("label", figure.label());
        json.writeNumberField("value", figure.value());
        json.writeStringField("unit", figure.unit());
        json.writeStringField("words", figure.words());
        json.writeBooleanField("estimate", figure.estimate());
        json.writeStringField("method", figure.method());
        json.writeStringField("sql", figure.sql());
        Json.strings(json, "parameters", figure.parameters());
        Json.strings(json, "batches", figure.batches());
        json.writeNumberField("rows", figure.rows());
        Json.strings(json, "inputs", figure.inputs());
        json.writeStringField("factors", figure.factors());
    }
}
