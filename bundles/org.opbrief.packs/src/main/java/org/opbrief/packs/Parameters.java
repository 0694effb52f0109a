package org.opbrief.packs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.ReportInfo;

/** Checks what a user gave for a report's parameters. */
final class Parameters {

    private Parameters() {}

    /** Values by name in the order of the definition, defaults included; those without a value are absent. */
    static Map<String, String> check(ReportInfo report, Map<String, String> given) throws ReportException {
        List<String> names = report.parameters().stream().map(Parameter::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new ReportException(
                        "The report '" + report.id() + "' has no parameter '" + name + "'" + Nearest.hint(name, names));
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : report.parameters()) {
            Optional<String> value = Optional.ofNullable(given.get(parameter.name()))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .or(parameter::initial);
            if (value.isPresent()) {
                values.put(parameter.name(), accepted(parameter, value.get()));
            } else if (parameter.required()) {
                throw new ReportException("The report '" + report.id() + "' needs the parameter '" + parameter.name()
                        + "' (" + parameter.label() + "): add -p " + parameter.name() + "=…");
            }
        }
        return values;
    }

    /** The values as a reader sees them, by label. */
    static Map<String, String> shown(ReportInfo report, Map<String, String> values) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Parameter parameter : report.parameters()) {
            if (values.containsKey(parameter.name())) {
                shown.put(parameter.label(), label(parameter, values.get(parameter.name())));
            }
        }
        return shown;
    }

    /** The values as texts name them, by name. */
    static Map<String, String> labels(ReportInfo report, Map<String, String> values) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Parameter parameter : report.parameters()) {
            if (values.containsKey(parameter.name())) {
                labels.put(parameter.name(), label(parameter, values.get(parameter.name())));
            }
        }
        return labels;
    }

    private static String label(Parameter parameter, String value) {
        return parameter.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Parameter.Choice::label)
                .findFirst()
                .orElse(value);
    }

    private static String accepted(Parameter parameter, String value) throws ReportException {
        if (!parameter.choices().isEmpty()) {
            return choice(parameter, value);
        }
        if (!fits(parameter.type(), value)) {
            throw new ReportException("The parameter '" + parameter.name() + "' is "
                    + switch (parameter.type()) {
                        case INTEGER -> "a whole number";
                        case DECIMAL -> "a number";
                        case DATE -> "a date like 2023-05-01";
                        case BOOLEAN -> "true or false";
                        case TEXT -> "text";
                    }
                    + ", not '" + value + "'.");
        }
        return value;
    }

    private static String choice(Parameter parameter, String value) throws ReportException {
        for (Parameter.Choice choice : parameter.choices()) {
            if (choice.value().equalsIgnoreCase(value)
                    || choice.label().equalsIgnoreCase(value)
                    || choice.synonyms().stream().anyMatch(value::equalsIgnoreCase)) {
                return choice.value();
            }
        }
        if (parameter.others().isPresent()) {
            return value;
        }
        throw new ReportException("The parameter '" + parameter.name() + "' has no value '" + value + "'"
                + Nearest.hint(
                        value,
                        parameter.choices().stream()
                                .map(Parameter.Choice::value)
                                .toList()));
    }

    private static boolean fits(ColumnType type, String value) {
        try {
            switch (type) {
                case INTEGER -> Long.parseLong(value);
                case DECIMAL -> new BigDecimal(value);
                case DATE -> LocalDate.parse(value);
                case BOOLEAN -> {
                    return value.equals("true") || value.equals("false");
                }
                case TEXT -> {
                    return true;
                }
            }
            return true;
        } catch (NumberFormatException | DateTimeParseException e) {
            return false;
        }
    }
}
