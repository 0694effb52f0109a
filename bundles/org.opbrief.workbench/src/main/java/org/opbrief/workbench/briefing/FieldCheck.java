package org.opbrief.workbench.briefing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.report.Parameter;

/** Says beside a field what is wrong with its value, before the report is run. */
final class FieldCheck {
    private FieldCheck() {}

    /** What is wrong, in words; empty if nothing is. A value that is absent is the parameter's default. */
    static Optional<String> problem(Parameter parameter, String value) {
        String text = value.strip();
        if (text.isEmpty()) {
            return parameter.required() && parameter.initial().isEmpty()
                    ? Optional.of(Messages.of("field.required", parameter.label()))
                    : Optional.empty();
        }
        if (!parameter.choices().isEmpty()) {
            return parameter.others().isPresent() || isChoice(parameter, text)
                    ? Optional.empty()
                    : Optional.of(Messages.of("field.choice", text));
        }
        return fits(parameter, text)
                ? Optional.empty()
                : Optional.of(Messages.of(
                        "field." + parameter.type().name().toLowerCase(Locale.ROOT), text, LocalDate.of(2023, 5, 1)));
    }

    private static boolean isChoice(Parameter parameter, String text) {
        return parameter.choices().stream()
                .anyMatch(choice -> choice.value().equalsIgnoreCase(text)
                        || choice.label().equalsIgnoreCase(text)
                        || choice.synonyms().stream().anyMatch(text::equalsIgnoreCase));
    }

    private static boolean fits(Parameter parameter, String text) {
        try {
            return switch (parameter.type()) {
                case INTEGER -> Long.parseLong(text) <= Long.MAX_VALUE;
                case DECIMAL -> new BigDecimal(text).scale() > Integer.MIN_VALUE;
                case DATE -> LocalDate.parse(text).getYear() >= 0;
                case BOOLEAN -> text.equals("true") || text.equals("false");
                case TEXT -> true;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }
}
