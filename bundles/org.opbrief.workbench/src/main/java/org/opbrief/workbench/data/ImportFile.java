package org.opbrief.workbench.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileColumn;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mappings.Saved;

/**
 * A file to be imported.
 *
 * @param beginning what its first records show
 * @param fits how its columns fit the data sets
 * @param dataSet what its rows are of; empty until it is known
 * @param given what the user said of its columns; empty to leave that to the import
 */
record ImportFile(Path file, Beginning beginning, List<Fit> fits, Optional<DataSet> dataSet, Optional<Saved> given) {

    /** One that nobody has looked at yet. */
    ImportFile(Path file) {
        this(file, Beginning.UNKNOWN, List.of(), Optional.empty(), Optional.empty());
    }

    String name() {
        return file.getFileName().toString();
    }

    ImportFile as(DataSet chosen) {
        return dataSet.filter(chosen::equals).isPresent()
                ? this
                : new ImportFile(file, beginning, fits, Optional.of(chosen), Optional.empty());
    }

    /** The same, with what was seen of it; what the user chose meanwhile stays. */
    ImportFile seen(Beginning shown, List<Fit> found) {
        Optional<DataSet> best = found.stream().findFirst().filter(Fit::likely).map(Fit::dataSet);
        return new ImportFile(file, shown, found, dataSet.or(() -> best), given);
    }

    /** Read as the user says. */
    ImportFile read(Optional<Saved> as) {
        return new ImportFile(file, beginning, fits, dataSet, as);
    }

    /** How its columns fit its data set; empty until that is known. */
    Optional<Fit> fit() {
        return fits.stream()
                .filter(fit -> dataSet.filter(fit.dataSet()::equals).isPresent())
                .findFirst();
    }

    /** What fills the columns of the data set, by name. */
    Map<String, Mapping.Field> fields() {
        return given.map(saved -> saved.mapping().fields()).orElseGet(this::proposed);
    }

    private Map<String, Mapping.Field> proposed() {
        return fit().map(fit -> fit.proposal().mapping().fields()).orElse(Map.of());
    }

    /** The same, with a column filled so; empty if nothing fills it. */
    ImportFile fill(Column column, Optional<Mapping.Field> field) {
        Map<String, Mapping.Field> fields = new LinkedHashMap<>(fields());
        fields.remove(column.name());
        field.ifPresent(from -> fields.put(column.name(), from));
        return read(Optional.of(new Saved(
                new Mapping(dataSet.orElseThrow().id(), fields),
                given.map(Saved::layout).orElse(Map.of()))));
    }

    /** Whether the user said something else of it than was proposed. */
    boolean isChanged(Column column) {
        return !Optional.ofNullable(fields().get(column.name()))
                .equals(Optional.ofNullable(proposed().get(column.name())));
    }

    /** Its column with that header. */
    Optional<FileColumn> column(String header) {
        return beginning.columns().stream()
                .filter(column -> column.header().equals(header))
                .findFirst();
    }
}
