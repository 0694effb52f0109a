package org.opbrief.output.excel;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.OutputFormat;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Section;
import org.osgi.service.component.annotations.Component;

/** Writes a briefing as a workbook: a summary, a sheet for each table and chart, the sources and the methods. */
@Component
public final class ExcelFormat implements OutputFormat {

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public void write(Briefing briefing, Optional<URL> layout, Path target) throws OutputException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // XmlBeans finds its schemas through the thread's class loader
        Thread.currentThread().setContextClassLoader(XSSFWorkbook.class.getClassLoader());
        try (XSSFWorkbook workbook =
                layout.isPresent() ? new OwnLayout(briefing).fill(layout.get()) : new XSSFWorkbook()) {
            Book book = new Book(workbook, briefing);
            if (layout.isEmpty()) {
                fill(book);
            }
            describe(workbook, briefing);
            new PackageWriter(workbook, book.streamed()).write(target);
        } catch (IOException e) {
            throw new OutputException("The workbook cannot be written: " + e.getMessage() + ".", e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void fill(Book book) throws OutputException {
        // columns are as wide as so many digits of this font
        book.briefing().house().font().ifPresent(book.workbook().getFontAt(0)::setFontName);
        SummarySheet summary = new SummarySheet(book);
        List<XSSFSheet> others = new ArrayList<>();
        List<ChartSheet.Placed> tables = new ArrayList<>();
        List<Section> sections = book.briefing().sections();
        Map<Section, XSSFSheet> bySection = new IdentityHashMap<>();
        // tables first: charts draw from them, wherever they stand
        for (Section section : sections) {
            if (section instanceof Section.TableSection table) {
                XSSFSheet sheet = TableSheet.add(book, table);
                tables.add(new ChartSheet.Placed(sheet, table.answer()));
                bySection.put(section, sheet);
            }
        }
        for (Section section : sections) {
            if (section instanceof Section.Chart chart) {
                bySection.put(section, ChartSheet.add(book, chart, tables));
            }
        }
        for (Section section : sections) {
            if (bySection.containsKey(section)) {
                XSSFSheet sheet = bySection.get(section);
                others.add(sheet);
                book.workbook().setSheetOrder(sheet.getSheetName(), others.size());
            }
        }
        others.add(SourcesSheet.add(book));
        others.add(MethodSheet.add(book));
        summary.fill(others);
    }

    private static void describe(XSSFWorkbook workbook, Briefing briefing) {
        Optional<Date> day = Optional.of(
                Date.from(briefing.asOf().atStartOfDay(ZoneOffset.UTC).toInstant()));
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setTitle(briefing.title());
        core.setSubjectProperty(briefing.subtitle());
        String agency = briefing.house().name();
        core.setCreator(agency.isBlank() ? "Opbrief" : agency);
        core.setCategory(briefing.edition().marking().text());
        core.setCreated(day);
        core.setModified(day);
        workbook.getProperties()
                .getExtendedProperties()
                .getUnderlyingProperties()
                .setApplication("Opbrief");
    }
}
