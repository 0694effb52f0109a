package org.opbrief.api.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to import and how.
 *
 * @param dataSet that the rows are of; {@linkplain DataSet#undefined undefined} for one that the file begins: the import
 *     finds its columns and keeps the definition in the workspace, if it keeps the rows
 * @param asOf the day whose state the data describe; rows that correct a batch have that of the batch
 * @param layout where the records stand, as far as the user said so; see {@link Source}
 * @param mapping which columns of the file are which; empty to use the one that is remembered or proposed
 * @param lineage what it comes from and replaces
 * @param approval asked before anything is stored
 * @param progress told how far the import has come; may cancel it
 */
public record ImportRequest(
        Path file,
        DataSet dataSet,
        LocalDate asOf,
        Set<Option> options,
        Map<String, String> layout,
        Optional<Mapping> mapping,
        Lineage lineage,
        Approval approval,
        Progress progress) {

    /** What may be asked of an import. */
    public enum Option {
        /** One rejected row refuses the whole file. */
        STRICT,
        /** Everything is checked and nothing is kept. */
        DRY_RUN,
        /** It counts beside all that is there, whatever the {@link DataSet#renewal} says. */
        BESIDE
    }

    public ImportRequest {
        options = Set.copyOf(options);
        layout = Map.copyOf(layout);
    }

    /** Of which the importer and the store judge all, and which goes on unless its plan has errors. */
    public ImportRequest(Path file, DataSet dataSet, LocalDate asOf, Set<Option> options, Progress progress) {
        this(file, dataSet, asOf, options, Map.of(), Optional.empty(), Lineage.NONE, Approval.UNLESS_ERRORS, progress);
    }

    /** The same, read as the user says. */
    public ImportRequest read(Map<String, String> as, Optional<Mapping> by) {
        return new ImportRequest(file, dataSet, asOf, options, as, by, lineage, approval, progress);
    }

    /** The same as rows of that data set. */
    public ImportRequest as(DataSet other) {
        return new ImportRequest(file, other, asOf, options, layout, mapping, lineage, approval, progress);
    }

    /** The same of another file. */
    public ImportRequest of(Path other, Progress told) {
        return new ImportRequest(other, dataSet, asOf, options, layout, mapping, lineage, approval, told);
    }

    /** The same, as one of several batches. */
    public ImportRequest of(Lineage descent) {
        return new ImportRequest(file, dataSet, asOf, options, layout, mapping, descent, approval, progress);
    }

    /** The same, if that is approved. */
    public ImportRequest approvedBy(Approval wanted) {
        return new ImportRequest(file, dataSet, asOf, options, layout, mapping, lineage, wanted, progress);
    }

    public boolean has(Option option) {
        return options.contains(option);
    }
}
