package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Finding;

/**
 * How a file writes days and numbers, judged by whole columns: one value that can only be read one way tells how its
 * column is read. A column without such a value follows the file's other columns, and else the American way.
 *
 * @param byColumn for the columns that are not plain
 * @param findings what was guessed
 */
record Notations(Map<Column, Notation> byColumn, List<Finding> findings) {
    /** So many records are looked at before the file is read; what they do not show costs a second reading. */
    private static final int PROBED = 1000;

    /**
     * How many values of a column can be read one way only, the other way only, and both ways.
     *
     * @param pointGroups numbers like 1.234, which are two numbers too, but one of them only where the file has decimal
     *     commas
     */
    private record Tally(Column column, String header, long american, long other, long total, long pointGroups) {
        boolean isDay() {
            return column.type() == ColumnType.DATE;
        }
    }

    /** Of all records, if the first ones are not all plain. */
    static Notations probe(Connection connection, String records, List<Filling> fillings) throws SQLException {
        Notations first = of(tallies(connection, records, fillings, " LIMIT " + PROBED));
        return first.byColumn.isEmpty() ? first : of(connection, records, fillings);
    }

    /** Of all records. */
    static Notations of(Connection connection, String records, List<Filling> fillings) throws SQLException {
        return of(tallies(connection, records, fillings, ""));
    }

    private static List<Tally> tallies(Connection connection, String records, List<Filling> fillings, String limit)
            throws SQLException {
        List<ColumnRule> rules = new ArrayList<>();
        for (Filling filling : fillings) {
            ColumnType type = filling.column().type();
            if (filling.isOpen() && (type == ColumnType.DATE || type == ColumnType.DECIMAL)) {
                rules.add(new ColumnRule(filling, rules.size(), Notation.PLAIN, Optional.empty()));
            }
        }
        if (rules.isEmpty()) {
            return List.of();
        }
        String trimmed =
                rules.stream().map(rule -> rule.trimmed() + " AS " + rule.t()).collect(Collectors.joining(", "));
        String counts = rules.stream().map(Notations::counts).collect(Collectors.joining(", "));
        return Sql.ask(
                connection,
                "SELECT " + counts + " FROM (SELECT " + trimmed + " FROM (SELECT * FROM " + records + limit + "))",
                List.of(),
                row -> {
                    row.next();
                    List<Tally> tallies = new ArrayList<>();
                    for (int index = 0; index < rules.size(); index++) {
                        Column column = rules.get(index).column();
                        tallies.add(new Tally(
                                column,
                                rules.get(index).filling().header(),
                                row.getLong(4 * index + 1),
                                row.getLong(4 * index + 2),
                                row.getLong(4 * index + 3),
                                row.getLong(4 * index + 4)));
                    }
                    return tallies;
                });
    }

    private static String counts(ColumnRule rule) {
        if (rule.column().type() == ColumnType.DATE) {
            SlashDay day = new SlashDay(rule.dayText());
            return "count_if(" + day.onlyMonthFirst() + "), count_if(" + day.onlyDayFirst() + "), count_if(" + day.is()
                    + "), 0";
        }
        NumberForm number = new NumberForm(rule.t());
        return "count_if(" + number.onlyDecimalPoint() + "), count_if(" + number.onlyDecimalComma() + "), count_if("
                + "contains(" + rule.t() + ", ',') AND (" + number.is(NumberForm.GROUPED) + " OR "
                + number.is(NumberForm.WITH_DECIMAL_COMMA) + ") OR " + number.onlyDecimalComma() + "), count_if("
                + number.onePointGroup() + ")";
    }

    private static Notations of(List<Tally> tallies) {
        Map<Column, Notation> byColumn = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Tally tally : tallies) {
            boolean grouped = tally.american == 0
                    && tally.pointGroups > 0
                    && decided(tally, tallies).filter(other -> other.other > 0).isPresent();
            if (tally.total > 0 || grouped) {
                byColumn.put(
                        tally.column, tally.isDay() ? day(tally, tallies, findings) : number(tally, tallies, findings));
            }
        }
        return new Notations(byColumn, List.copyOf(findings));
    }

    private static Notation day(Tally tally, List<Tally> all, List<Finding> findings) {
        String subject = "The dates of the column " + tally.header;
        if (tally.american > 0 && tally.other > 0) {
            boolean monthFirst = tally.american >= tally.other;
            findings.add(Finding.warning(
                            subject + " are mixed: " + tally.american + " can only have the month first, " + tally.other
                                    + " only the day first. Those with the " + (monthFirst ? "day" : "month")
                                    + " first and those that could be either were not read; write dates like 2023-05-01.")
                    .of(tally.header));
            return monthFirst ? Notation.MONTH_FIRST_MIXED : Notation.DAY_FIRST_MIXED;
        }
        if (tally.american > 0) {
            return Notation.MONTH_FIRST;
        }
        if (tally.other > 0) {
            findings.add(Finding.note(subject + " were read with the day first, since " + tally.other
                            + " of them cannot be read otherwise.")
                    .of(tally.header));
            return Notation.DAY_FIRST;
        }
        Optional<Tally> model = decided(tally, all);
        boolean dayFirst = model.isPresent() && model.get().other > 0;
        findings.add(Finding.warning(subject + " could have the month or the day first; they were read with the "
                        + (dayFirst ? "day" : "month") + " first, "
                        + model.map(other -> "like those of the column " + other.header)
                                .orElse("as is usual in the USA")
                        + ". If that is wrong, remove the batch, write dates like 2023-05-01 and import again.")
                .of(tally.header));
        return dayFirst ? Notation.DAY_FIRST : Notation.MONTH_FIRST;
    }

    private static Notation number(Tally tally, List<Tally> all, List<Finding> findings) {
        String subject = "The numbers of the column " + tally.header;
        if (tally.other > 0 && tally.american == 0) {
            findings.add(Finding.note(subject + " were read with a decimal comma, since " + tally.other
                            + " of them cannot be read otherwise.")
                    .of(tally.header));
            return Notation.DECIMAL_COMMA;
        }
        if (tally.american > 0) {
            return Notation.COMMA_GROUPS;
        }
        Optional<Tally> model = decided(tally, all);
        boolean comma = model.isPresent() && model.get().other > 0;
        findings.add(Finding.warning(
                        subject + " could have a decimal comma or commas between thousands; they were read with "
                                + (comma ? "a decimal comma, " : "commas between thousands, ")
                                + model.map(other -> "like those of the column " + other.header)
                                        .orElse("as is usual in the USA")
                                + ". If that is wrong, remove the batch, write numbers like 1234.5 and import again.")
                .of(tally.header));
        return comma ? Notation.DECIMAL_COMMA : Notation.COMMA_GROUPS;
    }

    /** The first other column of the kind that tells how this file is written, and does not contradict itself. */
    private static Optional<Tally> decided(Tally tally, List<Tally> all) {
        return all.stream()
                .filter(other -> other.column.type() == tally.column.type())
                .filter(other -> other.american > 0 != other.other > 0)
                .findFirst();
    }
}
