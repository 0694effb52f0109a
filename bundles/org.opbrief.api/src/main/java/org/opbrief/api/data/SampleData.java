package org.opbrief.api.data;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: writes the sample data, whose totals are the published ones of Operation Last Mile. */
@ProviderType
public interface SampleData {

    /**
     * Writes one CSV file a data set.
     *
     * @param folder made if it is absent; files of the same names are replaced
     * @param scale 1 for the published totals; N repeats every row N times under new ids, for load tests
     */
    List<SampleFile> write(Path folder, int scale) throws IOException;

    /**
     * A file that was written.
     *
     * @param dataSet id of the data set that it is for
     * @param asOf the day whose state it describes
     */
    record SampleFile(Path file, String dataSet, LocalDate asOf, long rows) {}
}
