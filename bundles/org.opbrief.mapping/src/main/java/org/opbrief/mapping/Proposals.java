package org.opbrief.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileColumn;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Proposal;

/** The best mapping of a file that was never seen before. */
final class Proposals {
    private final String file;
    private final DataSet dataSet;

    Proposals(String file, DataSet dataSet) {
        this.file = file;
        this.dataSet = dataSet;
    }

    /** @throws ImportException if a needed column is not found, or could be two of the file */
    Proposal of(List<FileColumn> columns) throws ImportException {
        NameMatch names = NameMatch.of(file, columns, dataSet);
        List<Likeness> similar = Likeness.of(names.missing(), names.unused());
        List<Column> lacking = names.missing().stream()
                .filter(column ->
                        column.constraint().required() || dataSet.key().contains(column.name()))
                .filter(column -> !isFound(column, similar))
                .toList();
        refuse(
                names.found().isEmpty() ? names.missing() : lacking,
                similar,
                names.found().isEmpty());
        return of(names, similar);
    }

    /**
     * What was found, whatever is needed besides.
     *
     * @throws ImportException if a column could be two of the file
     */
    Proposal sketch(List<FileColumn> columns) throws ImportException {
        NameMatch names = NameMatch.of(file, columns, dataSet);
        return of(names, Likeness.of(names.missing(), names.unused()));
    }

    private Proposal of(NameMatch names, List<Likeness> similar) {
        Map<String, Mapping.Field> fields = new LinkedHashMap<>();
        Map<String, Double> confidence = new LinkedHashMap<>();
        for (Column column : dataSet.columns()) {
            Optional<FileColumn> named = Optional.ofNullable(names.found().get(column));
            named.ifPresent(from -> {
                fields.put(column.name(), Mapping.FromHeader.plain(from.header()));
                confidence.put(column.name(), 1.0);
            });
            similar.stream()
                    .filter(each -> each.column().equals(column))
                    .findFirst()
                    .ifPresent(likeness -> {
                        fields.put(column.name(), likeness.field());
                        confidence.put(column.name(), likeness.confidence());
                    });
        }
        return new Proposal(
                new Mapping(dataSet.id(), fields),
                similar.isEmpty() ? Proposal.Basis.NAMES : Proposal.Basis.SIMILARITY,
                confidence);
    }

    private void refuse(List<Column> lacking, List<Likeness> similar, boolean nothingFits) throws ImportException {
        if (lacking.isEmpty() || nothingFits && lacking.stream().allMatch(column -> isFound(column, similar))) {
            return;
        }
        List<String> names = lacking.stream()
                .map(column -> Headers.shown(column)
                        + similar.stream()
                                .filter(likeness -> likeness.column().equals(column))
                                .map(likeness -> " (the file has a similar "
                                        + likeness.from().header() + ")")
                                .findFirst()
                                .orElse(""))
                .toList();
        throw new ImportException(
                file + " does not fit the data set " + dataSet.id() + ": it lacks the "
                        + (names.size() == 1 ? "column " : "columns ") + String.join(", ", names)
                        + "; say which columns they are (--mapping, or Columns… in the import wizard), rename the headers, or choose another data set.");
    }

    private static boolean isFound(Column column, List<Likeness> similar) {
        return similar.stream().anyMatch(likeness -> likeness.column().equals(column));
    }
}
