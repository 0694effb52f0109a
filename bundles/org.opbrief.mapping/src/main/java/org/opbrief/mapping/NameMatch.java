package org.opbrief.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Proposal;

/** Finds the columns of a data set in a file by headers that the data set names, and refuses a file that lacks one. */
final class NameMatch {
    private NameMatch() {}

    /** @throws ImportException if a header could be two columns, or a needed one is absent */
    static Proposal of(String file, List<String> headers, DataSet dataSet) throws ImportException {
        Map<String, Mapping.Field> fields = new LinkedHashMap<>();
        Map<String, Double> confidence = new LinkedHashMap<>();
        List<Column> missing = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        for (Column column : dataSet.columns()) {
            OptionalInt field = find(file, headers, column);
            if (field.isPresent()) {
                used.add(field.getAsInt());
                fields.put(column.name(), Mapping.FromHeader.plain(headers.get(field.getAsInt())));
                confidence.put(column.name(), 1.0);
            } else {
                missing.add(column);
            }
        }
        List<String> unused = new ArrayList<>();
        for (int index = 0; index < headers.size(); index++) {
            if (!used.contains(index)) {
                unused.add(headers.get(index));
            }
        }
        refuseMissing(file, dataSet, missing, unused, fields.isEmpty());
        return new Proposal(new Mapping(dataSet.id(), fields), Proposal.Basis.NAMES, confidence);
    }

    private static OptionalInt find(String file, List<String> headers, Column column) throws ImportException {
        for (String wanted : names(column)) {
            int exact = headers.indexOf(wanted);
            if (exact >= 0) {
                return OptionalInt.of(exact);
            }
            int found = -1;
            for (int index = 0; index < headers.size(); index++) {
                if (bare(headers.get(index)).equals(bare(wanted))) {
                    if (found >= 0) {
                        throw new ImportException(file + ": both " + headers.get(found) + " and " + headers.get(index)
                                + " could be the column " + column.name() + "; rename one of them in the file.");
                    }
                    found = index;
                }
            }
            if (found >= 0) {
                return OptionalInt.of(found);
            }
        }
        return OptionalInt.empty();
    }

    /** Needed is what must have a value, what identifies a row, and what the file seems to have under another name. */
    private static void refuseMissing(
            String file, DataSet dataSet, List<Column> missing, List<String> unused, boolean nothingFits)
            throws ImportException {
        List<String> needed = new ArrayList<>();
        for (Column column : missing) {
            Optional<String> similar = similar(column, unused);
            boolean wanted = column.constraint().required() || dataSet.key().contains(column.name());
            if (wanted || nothingFits || similar.isPresent()) {
                needed.add(shownName(column)
                        + similar.map(header -> " (the file has a similar " + header + ")")
                                .orElse(""));
            }
        }
        if (!needed.isEmpty()) {
            throw new ImportException(file + " does not fit the data set " + dataSet.id() + ": it lacks the "
                    + (needed.size() == 1 ? "column " : "columns ") + String.join(", ", needed)
                    + "; rename the headers in its first line or choose another data set.");
        }
    }

    private static Optional<String> similar(Column column, List<String> unused) {
        Map<String, String> byBare = new LinkedHashMap<>();
        unused.forEach(header -> byBare.put(bare(header), header));
        return names(column).stream()
                .flatMap(name -> Nearest.misspelt(bare(name), byBare.keySet()).stream())
                .findFirst()
                .map(byBare::get);
    }

    private static List<String> names(Column column) {
        List<String> names = new ArrayList<>();
        names.add(column.name());
        names.addAll(column.reading().headers());
        return names;
    }

    private static String shownName(Column column) {
        List<String> others = column.reading().headers();
        return others.isEmpty() ? column.name() : column.name() + " (or " + String.join(", ", others) + ")";
    }

    private static String bare(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
