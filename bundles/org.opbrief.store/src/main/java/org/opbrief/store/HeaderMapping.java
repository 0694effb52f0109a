package org.opbrief.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Mapping;

/**
 * Which field of a file feeds which column.
 *
 * @param fields index of the field by column, for the columns that the file has
 * @param findings what the user should know
 */
record HeaderMapping(Map<Column, Integer> fields, List<Finding> findings) {

    /** @throws ImportException if the mapping names what the data set or the file does not have */
    static HeaderMapping of(String file, List<String> headers, DataSet dataSet, Mapping mapping)
            throws ImportException {
        Map<Column, Integer> fields = new LinkedHashMap<>();
        List<Column> missing = new ArrayList<>();
        for (Column column : dataSet.columns()) {
            if (mapping.fields().get(column.name()) instanceof Mapping.FromHeader from) {
                int index = headers.indexOf(from.header());
                if (index < 0) {
                    throw new ImportException(file + " has no column " + from.header()
                            + ", from which the mapping fills " + column.name() + "; correct the mapping.");
                }
                fields.put(column, index);
            } else {
                missing.add(column);
            }
        }
        Set<Integer> used = new HashSet<>(fields.values());
        List<String> unused = new ArrayList<>();
        for (int index = 0; index < headers.size(); index++) {
            if (!used.contains(index)) {
                unused.add(headers.get(index));
            }
        }
        return new HeaderMapping(fields, findings(file, dataSet, missing, unused));
    }

    /** Headers of the file by column. */
    Map<Column, String> headers(List<String> all) {
        Map<Column, String> headers = new LinkedHashMap<>();
        fields.forEach((column, field) -> headers.put(column, all.get(field)));
        return headers;
    }

    private static List<Finding> findings(String file, DataSet dataSet, List<Column> missing, List<String> unused) {
        List<Finding> findings = new ArrayList<>();
        if (!unused.isEmpty()) {
            findings.add(Finding.note((unused.size() == 1 ? "The column " : "The columns ") + String.join(", ", unused)
                    + " of " + file + (unused.size() == 1 ? " is" : " are") + " not part of the data set "
                    + dataSet.id() + " and left out."));
        }
        if (!missing.isEmpty()) {
            findings.add(Finding.note(file + " has no " + (missing.size() == 1 ? "column " : "columns ")
                    + missing.stream().map(HeaderMapping::shownName).collect(Collectors.joining(", "))
                    + "; the values are empty."));
        }
        return findings;
    }

    private static String shownName(Column column) {
        List<String> others = column.reading().headers();
        return others.isEmpty() ? column.name() : column.name() + " (or " + String.join(", ", others) + ")";
    }
}
