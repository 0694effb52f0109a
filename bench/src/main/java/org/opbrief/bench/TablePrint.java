package org.opbrief.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;

/** Fills {@code table.jrxml} with the JasperReports that the class loader has. */
final class TablePrint {

    private TablePrint() {}

    static JasperPrint fill(int rows) throws JRException {
        List<Map<String, ?>> data = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            data.add(Map.of("name", "Case " + i, "count", i % 23, "mass", i * 1.5, "division", "Omaha"));
        }
        return JasperFillManager.fillReport(
                JasperCompileManager.compileReport(TablePrint.class.getResourceAsStream("table.jrxml")),
                new HashMap<>(),
                new JRMapCollectionDataSource(data));
    }
}
