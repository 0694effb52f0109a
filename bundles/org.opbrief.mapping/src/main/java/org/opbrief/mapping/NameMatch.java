package org.opbrief.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileColumn;
import org.opbrief.api.data.ImportException;

/**
 * The columns of a data set that a file has under a name that the data set knows.
 *
 * @param found column of the file by column of the data set
 * @param missing columns of the data set that are not found
 * @param unused columns of the file that are not taken
 */
record NameMatch(Map<Column, FileColumn> found, List<Column> missing, List<FileColumn> unused) {

    /** @throws ImportException if a column could be two of the file */
    static NameMatch of(String file, List<FileColumn> columns, DataSet dataSet) throws ImportException {
        Map<Column, FileColumn> found = new LinkedHashMap<>();
        List<Column> missing = new ArrayList<>();
        Set<FileColumn> unused = new LinkedHashSet<>(columns);
        for (Column column : dataSet.columns()) {
            Optional<FileColumn> match = find(file, columns, column);
            if (match.isPresent()) {
                found.put(column, match.get());
                unused.remove(match.get());
            } else {
                missing.add(column);
            }
        }
        return new NameMatch(found, missing, List.copyOf(unused));
    }

    private static Optional<FileColumn> find(String file, List<FileColumn> columns, Column column)
            throws ImportException {
        for (String wanted : Headers.names(column)) {
            List<FileColumn> exact = columns.stream()
                    .filter(each -> each.header().equals(wanted))
                    .toList();
            List<FileColumn> fitting = !exact.isEmpty()
                    ? exact
                    : columns.stream()
                            .filter(each -> Headers.bare(each.header()).equals(Headers.bare(wanted)))
                            .toList();
            if (fitting.size() > 1) {
                throw new ImportException(file + ": both " + fitting.get(0).header() + " and "
                        + fitting.get(1).header() + " could be the column " + column.name()
                        + "; rename one of them in the file.");
            }
            if (!fitting.isEmpty()) {
                return Optional.of(fitting.get(0));
            }
        }
        return Optional.empty();
    }
}
