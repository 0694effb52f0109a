package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.Unit;

/** What a user should know of the units of a file's numbers: none is named, or another one, or several. */
final class UnitFindings {
    private static final Pattern NAMED = Pattern.compile(
            ".*(?<![a-z])(kgs?|kilograms?|g|grams?|mg|lbs?|pounds?|oz|ounces?|usd|dollars?|pct|percent|%|\\$)(?![a-z]).*");
    private static final Pattern OF_UNITS = Pattern.compile(".*(unit|uom|measure).*");
    /** A number and letters behind it. */
    private static final String WITH_UNIT = "'^[-+]?[0-9][0-9.,]*\\s*([a-z ]+)\\.?$'";

    private static final int WORDS_SHOWN = 8;

    private final Connection connection;
    private final PlainFile file;
    private final HeaderMapping mapping;

    UnitFindings(Connection connection, PlainFile file, HeaderMapping mapping) {
        this.connection = connection;
        this.file = file;
        this.mapping = mapping;
    }

    /** @param rejected whether rows of the file were rejected */
    List<Finding> all(boolean rejected) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        List<Filling> unnamed =
                mapping.fillings().stream().filter(UnitFindings::isUnnamed).toList();
        if (!unnamed.isEmpty()) {
            Optional<UnitColumn> column = unitColumn();
            for (Filling filling : unnamed) {
                if (column.isEmpty()) {
                    findings.add(unnamed(filling));
                } else if (!column.get().is(filling.column().unit().orElseThrow())) {
                    findings.add(column.get().against(filling));
                }
            }
        }
        if (rejected) {
            for (Filling filling : mapping.fillings()) {
                if (filling.column().unit().isPresent() && filling.conversion().isEmpty()) {
                    inCells(filling).ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private static boolean isUnnamed(Filling filling) {
        return filling.column()
                        .unit()
                        .filter(unit -> unit.dimension() == Unit.Dimension.MASS)
                        .isPresent()
                && !NAMED.matcher(filling.header().toLowerCase(Locale.ROOT)).matches()
                && !filling.header().isEmpty()
                && filling.conversion().isEmpty();
    }

    private static Finding unnamed(Filling filling) {
        return Finding.warning("The file does not say in which unit " + filling.header() + " is; it is taken as "
                        + filling.column().unit().orElseThrow().plural() + ".")
                .of(filling.header());
    }

    /** A word for a unit, and how many rows have it. */
    private record Word(String text, long rows) {
        @Override
        public String toString() {
            return text + " (" + Suspicion.rows(rows) + ")";
        }

        static String list(List<Word> words) {
            return words.stream().limit(WORDS_SHOWN).map(Word::toString).collect(Collectors.joining(", "))
                    + (words.size() > WORDS_SHOWN ? " and " + (words.size() - WORDS_SHOWN) + " more" : "");
        }
    }

    /** A column of the file that nothing is filled from, and that names units of mass. */
    private record UnitColumn(String header, List<Word> words) {
        boolean is(Unit unit) {
            return words.stream()
                    .allMatch(
                            word -> UnitWords.of(word.text).filter(unit::equals).isPresent());
        }

        Finding against(Filling filling) {
            return Finding.error("The numbers of " + filling.header() + " are taken as "
                            + filling.column().unit().orElseThrow().plural() + " in all rows, but " + header
                            + " has the units " + Word.list(words)
                            + "; say in a mapping that it tells the unit: {from: " + filling.header() + ", unit-from: "
                            + header + "}.")
                    .of(filling.header());
        }
    }

    private Optional<UnitColumn> unitColumn() throws SQLException {
        for (String header : mapping.unused()) {
            if (OF_UNITS.matcher(header.toLowerCase(Locale.ROOT)).matches()) {
                String word = UnitWords.word(file.field(header));
                List<Word> words = words("SELECT " + word + ", count(*) FROM " + mapping.records() + " WHERE " + word
                        + " <> '' GROUP BY 1 ORDER BY 2 DESC, 1");
                if (words.stream().anyMatch(each -> isMass(each.text))) {
                    return Optional.of(new UnitColumn(header, words));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMass(String word) {
        return UnitWords.of(word)
                .filter(unit -> unit.dimension() == Unit.Dimension.MASS)
                .isPresent();
    }

    private Optional<Finding> inCells(Filling filling) throws SQLException {
        List<Word> words = words("SELECT rtrim(regexp_extract(lower(trim(" + filling.raw() + ")), " + WITH_UNIT
                        + ", 1)) AS word, count(*) FROM " + mapping.records() + " GROUP BY 1 ORDER BY 2 DESC, 1")
                .stream()
                .filter(word -> UnitWords.of(word.text).isPresent())
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(filling.header() + " has units behind its numbers, " + Word.list(words)
                                + "; such rows are rejected unless a mapping says that the unit stands there: {from: "
                                + filling.header() + ", unit-from: " + filling.header() + "}.")
                        .of(filling.header()));
    }

    private List<Word> words(String sql) throws SQLException {
        return Sql.list(connection, sql, List.of(), row -> new Word(row.getString(1), row.getLong(2))).stream()
                .filter(word -> word.text != null && !word.text.isEmpty())
                .toList();
    }
}
