package org.opbrief.output.excel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.statistics.Figure;

/**
 * A report's own workbook instead of the house style. Its cells that are named after figures get their values, those
 * named {@code title}, {@code subtitle}, {@code edition} and {@code as_of} what the briefing has there; all else stays,
 * and its formulas are computed when the workbook is opened.
 */
final class OwnLayout {
    private final Briefing briefing;
    private final Map<String, Object> values = new LinkedHashMap<>();

    OwnLayout(Briefing briefing) {
        this.briefing = briefing;
        values.put("title", briefing.title());
        values.put("subtitle", briefing.subtitle());
        values.put("edition", briefing.edition().label());
        values.put(
                "as_of", BigDecimal.valueOf(NumberText.serial(briefing.asOf()).orElse(0L)));
        for (Figure figure : briefing.figures()) {
            values.put(figure.id(), Formats.stored(figure.value(), Optional.of(figure.unit())));
        }
    }

    XSSFWorkbook fill(URL layout) throws OutputException, IOException {
        XSSFWorkbook workbook = open(layout);
        List<String> filled = new ArrayList<>();
        for (XSSFName name : workbook.getAllNames()) {
            Object value = values.get(name.getNameName());
            if (value != null) {
                set(cell(workbook, name), value);
                filled.add(name.getNameName());
            }
        }
        if (filled.isEmpty()) {
            throw new OutputException("The layout.xlsx of the report \"" + briefing.report()
                    + "\" has no named cell to fill; name cells after these: " + String.join(", ", values.keySet())
                    + ".");
        }
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            Book.mark(workbook.getSheetAt(i), briefing);
        }
        workbook.setForceFormulaRecalculation(true);
        return workbook;
    }

    private XSSFWorkbook open(URL layout) throws OutputException, IOException {
        try (InputStream in = new BufferedInputStream(layout.openStream())) {
            return new XSSFWorkbook(in);
        } catch (POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw new OutputException(
                    "The layout.xlsx of the report \"" + briefing.report()
                            + "\" is no Excel workbook; save it as .xlsx.",
                    e);
        }
    }

    private XSSFCell cell(XSSFWorkbook workbook, XSSFName name) throws OutputException {
        String formula = name.getRefersToFormula();
        AreaReference area = area(formula);
        if (!isCell(name)) {
            throw new OutputException("The name \"" + name.getNameName() + "\" in the layout.xlsx of the report \""
                    + briefing.report() + "\" is not that of a single cell: " + formula + ".");
        }
        CellReference at = area.getFirstCell();
        XSSFSheet sheet = workbook.getSheet(at.getSheetName());
        XSSFRow known = sheet.getRow(at.getRow());
        XSSFRow row = known != null ? known : sheet.createRow(at.getRow());
        XSSFCell cell = row.getCell(at.getCol());
        return cell != null ? cell : row.createCell(at.getCol());
    }

    /** Whether it is the name of one cell of a sheet. */
    static boolean isCell(XSSFName name) {
        AreaReference area = area(name.getRefersToFormula());
        return area != null && area.isSingleCell() && area.getFirstCell().getSheetName() != null;
    }

    private static AreaReference area(String formula) {
        try {
            boolean single = formula != null && AreaReference.isContiguous(formula) && !formula.contains("(");
            return single ? new AreaReference(formula, SpreadsheetVersion.EXCEL2007) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void set(XSSFCell cell, Object value) {
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(CellText.escape(CellText.fit(value.toString(), "\u2026")));
        }
    }
}
