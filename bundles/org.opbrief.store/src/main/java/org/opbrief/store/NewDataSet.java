package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportPlan.Begun;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Proposal;
import org.opbrief.api.data.Unit;

/**
 * A data set that a file begins.
 *
 * @param columns why they are what they are
 * @param proposal the file's columns fill those that they began
 */
record NewDataSet(DataSet dataSet, List<Begun> columns, Proposal proposal, List<Finding> findings) {
    private static final int LONGEST_NAME = 60;
    /** Digits behind the point that later files may have. */
    private static final int USUAL_SCALE = 6;

    private static final int LARGEST_SCALE = 18;
    private static final int NARROW = 18;
    private static final int WIDE = 38;

    /**
     * @param id of the data set
     * @param name of the file
     * @throws ImportException if two headers are too alike for two columns
     */
    static NewDataSet of(String id, String name, PlainFile file, Connection connection)
            throws SQLException, ImportException {
        refuseAlike(name, file.headers());
        long rows = Sql.number(connection, "SELECT count(*) FROM " + file.table());
        List<ValueKinds> kinds = ValueKinds.of(connection, file);
        boolean commas = hasDecimalCommas(kinds);
        List<ColumnGuess> guesses = new ArrayList<>();
        Map<Integer, Boolean> numbers = new LinkedHashMap<>();
        for (int index = 0; index < kinds.size(); index++) {
            ColumnGuess guess = ColumnGuess.of(file.headers().get(index), kinds.get(index), rows, commas);
            guesses.add(guess);
            if (guess.isNumber()) {
                numbers.put(index, guess.commas());
            }
        }
        Map<Integer, NumberSizes> sizes = NumberSizes.of(connection, file, numbers);
        List<Begun> columns = new ArrayList<>();
        Map<String, Mapping.Field> fields = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        boolean patterns = false;
        Set<String> taken = taken(file.headers());
        for (int index = 0; index < guesses.size(); index++) {
            String header = file.headers().get(index);
            ColumnGuess guess = guesses.get(index);
            if (sizes.containsKey(index) && !fits(sizes.get(index))) {
                guess = guess.asText(
                        "numbers with more digits than can be kept",
                        rows - kinds.get(index).filled());
            }
            Column column = column(name(header, index, taken), header, guess, sizes.get(index));
            String why =
                    column.type() == ColumnType.INTEGER ? guess.why().replaceAll("(number)", "whole $1") : guess.why();
            columns.add(new Begun(column, header, why, guess.blanks()));
            fields.put(
                    column.name(),
                    new Mapping.FromHeader(header, Optional.empty(), Map.of(), guess.dates(), Optional.empty()));
            findings.addAll(guess.findings());
            patterns |= guess.dates().isPresent();
        }
        DataSet dataSet = new DataSet(
                id,
                title(id),
                "Imported from " + name + ", with columns and types as they were found there.",
                "",
                columns.stream().map(Begun::column).toList(),
                List.of(),
                List.of());
        Map<String, Double> certain = new HashMap<>();
        fields.keySet().forEach(column -> certain.put(column, 1.0));
        // a pattern is no part of a definition, and has to be remembered
        Proposal.Basis basis = patterns ? Proposal.Basis.SIMILARITY : Proposal.Basis.NAMES;
        return new NewDataSet(dataSet, columns, new Proposal(new Mapping(id, fields), basis, certain), findings);
    }

    /** As the first column says that can be read one way only. */
    private static boolean hasDecimalCommas(List<ValueKinds> kinds) {
        return kinds.stream()
                .filter(each -> each.count(ValueKinds.COMMA) > 0 != each.count(ValueKinds.POINT) > 0)
                .findFirst()
                .filter(each -> each.count(ValueKinds.COMMA) > 0)
                .isPresent();
    }

    private static void refuseAlike(String file, List<String> headers) throws ImportException {
        Map<String, String> seen = new HashMap<>();
        for (String header : headers) {
            String other = seen.putIfAbsent(bare(header), header);
            if (other != null) {
                throw new ImportException(
                        file + ": the columns \"" + other + "\" and \"" + header
                                + "\" have the same name but for case, spaces and punctuation; rename one of them in the file.");
            }
        }
    }

    private static Set<String> taken(List<String> headers) {
        Set<String> taken = new HashSet<>();
        headers.forEach(header -> taken.add(bare(header)));
        return taken;
    }

    /** As headers are compared. */
    private static String bare(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** @param taken names that mean another column, as they are compared */
    private static String name(String header, int index, Set<String> taken) {
        String plain = HeaderWords.name(header);
        String begin = plain.isEmpty() || plain.equals("any") ? "column_" + (index + 1) : plain;
        begin = begin.substring(0, Math.min(begin.length(), LONGEST_NAME)).replaceAll("_$", "");
        String name = begin;
        for (int number = 2; !bare(name).equals(bare(header)) && taken.contains(bare(name)); number++) {
            String end = "_" + number;
            name = begin.substring(0, Math.min(begin.length(), LONGEST_NAME - end.length())) + end;
        }
        taken.add(bare(name));
        return name;
    }

    private static Column column(String name, String header, ColumnGuess guess, NumberSizes size) {
        boolean number = guess.isNumber() && size != null;
        Optional<Unit> unit = number ? guess.unit().or(() -> HeaderWords.unit(header)) : Optional.empty();
        boolean measured = unit.isPresent() && unit.get().dimension() != Unit.Dimension.COUNT;
        ColumnType type = number && (size.decimals() > 0 || measured) ? ColumnType.DECIMAL : guess.type();
        if (number && size.decimals() > 0) {
            unit = unit.filter(each -> !each.equals(Unit.COUNT));
        }
        List<String> headers = header.equals(name) ? List.of() : List.of(header);
        return new Column(
                name,
                HeaderWords.title(header),
                "",
                type,
                type == ColumnType.DECIMAL ? scale(size) : 0,
                unit,
                new Column.Reading(headers, guess.strip(), Optional.empty()),
                Column.Constraint.NONE);
    }

    /** Whether the store has room for such numbers. */
    private static boolean fits(NumberSizes size) {
        return size.decimals() == 0
                ? size.whole() <= NARROW
                : size.whole() + Math.min(size.decimals(), LARGEST_SCALE) <= WIDE;
    }

    /** As many digits as the file has, or as are usual if there is room; the store has more room from a scale of 9 on. */
    private static int scale(NumberSizes size) {
        int needed = Math.min(size.decimals(), LARGEST_SCALE);
        int usual = Math.max(needed, USUAL_SCALE);
        if (usual > USUAL_SCALE && usual <= 8 && size.whole() + usual > NARROW) {
            return 9;
        }
        return usual == USUAL_SCALE && size.whole() + usual > NARROW ? 9 : usual;
    }

    private static String title(String id) {
        String words = id.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
