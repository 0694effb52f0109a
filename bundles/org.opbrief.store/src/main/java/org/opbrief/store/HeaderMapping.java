package org.opbrief.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Vocabulary;

/**
 * How a mapping is carried out on a file.
 *
 * @param fillings of the columns that are filled, in the order of the data set
 * @param records SQL of the records as a table
 * @param splits whether a record may become several rows
 * @param unused headers of the file that nothing is filled from
 * @param findings what the user should know
 */
record HeaderMapping(
        List<Filling> fillings, String records, boolean splits, Set<String> unused, List<Finding> findings) {
    private static final int MOST_LISTED = 30;

    /** @throws ImportException if the mapping names what the file does not have */
    static HeaderMapping of(String name, PlainFile file, DataSet dataSet, Mapping mapping) throws ImportException {
        List<Filling> fillings = new ArrayList<>();
        List<Column> missing = new ArrayList<>();
        Set<String> unused = new LinkedHashSet<>(file.headers());
        for (Column column : dataSet.columns()) {
            Mapping.Field field = mapping.fields().get(column.name());
            if (field == null) {
                missing.add(column);
                continue;
            }
            if (field instanceof Mapping.Through through
                    && Lookup.of(column, through).isEmpty()) {
                throw new ImportException("The mapping reads " + column.name() + " through the vocabulary "
                        + through.vocabulary() + ", which does not lead to it"
                        + Nearest.hint(
                                through.vocabulary(),
                                column.reading().through().stream()
                                        .map(Vocabulary::id)
                                        .toList()));
            }
            for (String header : headers(field)) {
                if (!file.headers().contains(header)) {
                    throw new ImportException(name + " has no column " + header + ", from which the mapping fills "
                            + column.name() + "; correct the mapping.");
                }
                unused.remove(header);
            }
            fillings.add(Filling.of(column, field, file::field));
        }
        List<Mapping.FromHeader> split = mapping.fields().values().stream()
                .filter(Mapping.FromHeader.class::isInstance)
                .map(Mapping.FromHeader.class::cast)
                .filter(from -> from.separator().isPresent())
                .toList();
        List<Finding> findings = findings(name, dataSet, missing, unused);
        split.forEach(from -> findings.add(Finding.warning("A row of " + name + " becomes a row for each value in "
                        + from.header() + "; sums of its other columns count it as often.")
                .of(from.header())));
        return new HeaderMapping(fillings, records(file, split), !split.isEmpty(), unused, findings);
    }

    /** The same, of which these columns are written as is known already. */
    HeaderMapping written(Map<String, Notation> notations) {
        List<Filling> known = fillings.stream()
                .map(filling -> filling.isOpen()
                                && notations.containsKey(filling.column().name())
                        ? filling.written(notations.get(filling.column().name()))
                        : filling)
                .toList();
        return new HeaderMapping(known, records, splits, unused, findings);
    }

    /** The file's header of the key, if it is filled from the file. */
    String keyHeader(DataSet dataSet) {
        return fillings.stream()
                .filter(filling -> dataSet.key().contains(filling.column().name()))
                .map(Filling::header)
                .findFirst()
                .orElse("");
    }

    private static List<String> headers(Mapping.Field field) {
        List<String> headers = new ArrayList<>();
        if (field instanceof Mapping.FromPeriod period) {
            headers.add(period.year());
            period.month().ifPresent(headers::add);
        } else if (field instanceof Mapping.Through through) {
            headers.add(through.header());
        } else if (field instanceof Mapping.FromHeader from) {
            headers.add(from.header());
            from.unit()
                    .filter(Mapping.UnitOfRow.class::isInstance)
                    .map(unit -> ((Mapping.UnitOfRow) unit).header())
                    .ifPresent(headers::add);
        }
        return headers;
    }

    /** A cell without a value stays a row. */
    private static String records(PlainFile file, List<Mapping.FromHeader> split) {
        String replaced = split.stream()
                .map(from -> {
                    String field = file.field(from.header());
                    return "unnest(string_split(coalesce(" + field + ", ''), "
                            + Sql.text(from.separator().orElseThrow()) + ")) AS " + field;
                })
                .distinct()
                .collect(Collectors.joining(", "));
        return replaced.isEmpty() ? file.table() : "(SELECT * REPLACE (" + replaced + ") FROM " + file.table() + ")";
    }

    private static List<Finding> findings(String file, DataSet dataSet, List<Column> missing, Set<String> unused) {
        List<Finding> findings = new ArrayList<>();
        if (!unused.isEmpty()) {
            findings.add(Finding.note((unused.size() == 1 ? "The column " : "The columns ") + list(unused)
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

    private static String list(Set<String> headers) {
        String shown = headers.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return headers.size() <= MOST_LISTED ? shown : "%s and %,d more".formatted(shown, headers.size() - MOST_LISTED);
    }

    private static String shownName(Column column) {
        List<String> others = column.reading().headers();
        return others.isEmpty() ? column.name() : column.name() + " (or " + String.join(", ", others) + ")";
    }
}
