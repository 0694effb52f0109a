package org.opbrief.output.excel;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Table;

/** Writes one large table, in a process of its own whose memory can be bounded. */
final class LargeTable {

    private LargeTable() {}

    /** @param arguments the file and the number of rows */
    public static void main(String[] arguments) throws Exception {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            rows.add(List.of("Division " + i % 23, "row " + i, new BigDecimal(i + ".125")));
        }
        Table table = new Table(
                List.of(
                        Samples.text("division", "Division"),
                        Samples.text("row", "Row"),
                        Samples.measure("mass", "Mass", ColumnType.DECIMAL, Unit.KILOGRAM, 3)),
                rows);
        rows.clear();
        new ExcelFormat().write(Samples.of(Samples.table("t", table)), Optional.empty(), Path.of(arguments[0]));
    }
}
