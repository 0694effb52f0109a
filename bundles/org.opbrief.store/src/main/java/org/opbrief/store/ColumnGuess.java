package org.opbrief.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.Unit;

/**
 * What the values of a column are, as far as all of them say so.
 *
 * @param commas whether its numbers have a decimal comma
 * @param unit that its values name
 * @param strip what is cut from a value, as {@link org.opbrief.api.data.Column.Reading} has it
 * @param dates pattern of its days, if they are not read without one
 * @param why in words
 * @param blanks values that are none
 * @param findings what a user should know
 */
record ColumnGuess(
        ColumnType type,
        boolean commas,
        Optional<Unit> unit,
        Optional<String> strip,
        Optional<String> dates,
        String why,
        long blanks,
        List<Finding> findings) {

    /** Fewer values that are no days among so many days are mistakes: their rows are rejected. A number may be a name. */
    private static final int DAYS_A_MISTAKE = 100;

    private static final String NOTHING = "(?i)^\\s*(" + ValueKinds.NOTHING_WORDS + ")\\s*$";

    /**
     * @param rows of the file
     * @param commas whether the file's numbers have a decimal comma where they do not tell themselves
     */
    static ColumnGuess of(String header, ValueKinds kinds, long rows, boolean commas) {
        return new Judge(header, kinds, rows, commas).judge();
    }

    boolean isNumber() {
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    }

    /** The same as text after all. */
    ColumnGuess asText(String reason, long allBlanks) {
        return new ColumnGuess(
                ColumnType.TEXT,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reason,
                allBlanks,
                List.of());
    }

    private static final class Judge {
        private final String header;
        private final ValueKinds kinds;
        private final long rows;
        private final boolean commas;
        private final long values;

        Judge(String header, ValueKinds kinds, long rows, boolean commas) {
            this.header = header;
            this.kinds = kinds;
            this.rows = rows;
            this.commas = commas;
            this.values = kinds.filled() - kinds.count(ValueKinds.NOTHING);
        }

        ColumnGuess judge() {
            if (values == 0) {
                return text(kinds.filled() == 0 ? "no row has a value" : "words for no value, kept as they are");
            }
            if (kinds.count(ValueKinds.YES, ValueKinds.NO) == values) {
                return guess(ColumnType.BOOLEAN, yesOrNo());
            }
            return days().or(this::numbers).orElseGet(this::text);
        }

        private String yesOrNo() {
            String said =
                    kinds.count(ValueKinds.NO) == 0 ? "yes" : kinds.count(ValueKinds.YES) == 0 ? "no" : "yes or no";
            return all(said, said);
        }

        private Optional<ColumnGuess> days() {
            for (WrittenDay written : WrittenDay.all(header)) {
                if (kinds.count(written.kind()) == values) {
                    return Optional.of(guess(
                            ColumnType.DATE,
                            false,
                            Optional.empty(),
                            "",
                            Optional.of(written.pattern()),
                            all("a day", "days") + " like " + written.pattern(),
                            List.of()));
                }
            }
            long monthFirst = kinds.count(ValueKinds.MONTH_FIRST);
            long dayFirst = kinds.count(ValueKinds.DAY_FIRST);
            long read = kinds.count(ValueKinds.ISO_DAY, ValueKinds.ANY_ORDER)
                    + Math.max(monthFirst, dayFirst)
                    + (monthFirst > 0 && dayFirst > 0 ? 0 : kinds.count(ValueKinds.EITHER_ORDER));
            if (read == 0 || (values - read) * DAYS_A_MISTAKE > values) {
                return Optional.empty();
            }
            List<Finding> findings = new ArrayList<>();
            if (kinds.times() > 0) {
                findings.add(Finding.warning(count(kinds.times(), "day") + " of " + header
                                + (kinds.times() == 1 ? " has" : " have")
                                + " a time of day, which is left out; the copy of the file keeps it.")
                        .of(header));
            }
            return Optional.of(guess(
                    ColumnType.DATE,
                    false,
                    Optional.empty(),
                    kinds.times() > 0 ? ValueKinds.TIME : "",
                    Optional.empty(),
                    read == values
                            ? all("a day", "days")
                            : number(read) + " of " + count(values, "value") + " are days",
                    findings));
        }

        private Optional<ColumnGuess> numbers() {
            long comma = kinds.count(ValueKinds.COMMA);
            long point = kinds.count(ValueKinds.POINT);
            boolean decimalComma = comma > 0
                    || commas && point == 0 && kinds.count(ValueKinds.ONE_COMMA_GROUP, ValueKinds.ONE_POINT_GROUP) > 0;
            long numbers = kinds.count(
                    ValueKinds.WHOLE,
                    ValueKinds.POINT,
                    ValueKinds.COMMA,
                    ValueKinds.ONE_COMMA_GROUP,
                    ValueKinds.ONE_POINT_GROUP,
                    ValueKinds.EXPONENT);
            if (comma > 0 && point > 0) {
                return Optional.empty();
            }
            if (numbers == values) {
                if (HeaderWords.identifies(header) && kinds.count(ValueKinds.WHOLE) == values) {
                    return Optional.of(text("digits that are a name, as the header says"));
                }
                boolean whole = !decimalComma && kinds.count(ValueKinds.EXPONENT, ValueKinds.ONE_POINT_GROUP) == 0;
                return Optional.of(number(
                        whole ? ColumnType.INTEGER : ColumnType.DECIMAL,
                        decimalComma,
                        Optional.empty(),
                        "",
                        all("a number", "numbers")));
            }
            if (kinds.count(ValueKinds.DOLLARS) > 0 && kinds.count(ValueKinds.DOLLARS) + numbers == values) {
                return Optional.of(number(
                        ColumnType.DECIMAL,
                        false,
                        Optional.of(Unit.US_DOLLAR),
                        "\\$ ?",
                        all("an amount in dollars", "amounts in dollars")));
            }
            if (kinds.count(ValueKinds.PERCENT) == values) {
                return Optional.of(number(
                        ColumnType.DECIMAL,
                        false,
                        Optional.of(Unit.PERCENT),
                        " ?%$",
                        all("a percentage", "percentages")));
            }
            return Optional.empty();
        }

        private ColumnGuess number(ColumnType type, boolean commas, Optional<Unit> unit, String strip, String why) {
            return guess(type, commas, unit, strip, Optional.empty(), why, List.of());
        }

        private ColumnGuess text() {
            long digits = kinds.count(ValueKinds.WHOLE, ValueKinds.ZEROS);
            if (digits == values) {
                return text("digits, some with zeros before them");
            }
            if (kinds.count(ValueKinds.COMMA) > 0 && kinds.count(ValueKinds.POINT) > 0) {
                return text("numbers with decimal points and with decimal commas");
            }
            long words = kinds.count(ValueKinds.OTHER);
            if (words * 2 < values && words > 0) {
                return text(count(words, "value") + (words == 1 ? " is" : " are")
                        + " neither a number nor a day, e.g. \"" + kinds.odd() + "\"");
            }
            return text(words * 2 < values ? "values of several kinds" : "words");
        }

        private ColumnGuess text(String why) {
            return new ColumnGuess(
                    ColumnType.TEXT,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    why,
                    rows - kinds.filled(),
                    List.of());
        }

        private ColumnGuess guess(ColumnType type, String why) {
            return guess(type, false, Optional.empty(), "", Optional.empty(), why, List.of());
        }

        /** With words for no value read as none. */
        private ColumnGuess guess(
                ColumnType type,
                boolean commas,
                Optional<Unit> unit,
                String strip,
                Optional<String> dates,
                String why,
                List<Finding> findings) {
            List<Finding> all = new ArrayList<>(findings);
            List<String> stripped = new ArrayList<>();
            long nothing = kinds.count(ValueKinds.NOTHING);
            if (nothing > 0) {
                stripped.add(NOTHING);
                all.add(Finding.note(count(nothing, "value") + " of " + header
                                + " like \"N/A\", \"-\" or \"null\" count as blank.")
                        .of(header));
            }
            if (!strip.isEmpty()) {
                stripped.add(strip);
            }
            Optional<String> expression =
                    stripped.isEmpty() ? Optional.empty() : Optional.of(String.join("|", stripped));
            return new ColumnGuess(type, commas, unit, expression, dates, why, rows - values, all);
        }

        /** @param what they are, one and many of them */
        private String all(String one, String many) {
            return values == 1 ? "the one value is " + one : "all " + number(values) + " values are " + many;
        }

        private static String count(long number, String what) {
            return number(number) + " " + what + (number == 1 ? "" : "s");
        }

        private static String number(long number) {
            return String.format(Locale.ROOT, "%,d", number);
        }
    }
}
