package org.opbrief.importer.excel;

import java.io.IOException;
import java.util.OptionalLong;
import org.opbrief.api.data.ImportException;

/**
 * Passes rows on until the table has as many records as are enough.
 *
 * @param scan where they end
 * @param enough empty if all are wanted
 */
record Beginning(Workbook.Rows next, TableScan scan, OptionalLong enough) implements Workbook.Rows {

    @Override
    public boolean take(Row row) throws IOException, ImportException {
        return next.take(row) && scan.taken() < enough.orElse(Long.MAX_VALUE);
    }
}
