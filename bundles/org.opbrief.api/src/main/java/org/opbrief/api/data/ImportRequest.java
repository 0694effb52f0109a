package org.opbrief.api.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;

/**
 * What to import and how.
 *
 * @param asOf the day whose state the data describe
 * @param progress told how far the import has come; may cancel it
 */
public record ImportRequest(Path file, DataSet dataSet, LocalDate asOf, Set<Option> options, Progress progress) {

    /** What may be asked of an import. */
    public enum Option {
        /** One rejected row refuses the whole file. */
        STRICT,
        /** Everything is checked and nothing is kept. */
        DRY_RUN
    }

    public ImportRequest {
        options = Set.copyOf(options);
    }

    public boolean has(Option option) {
        return options.contains(option);
    }
}
