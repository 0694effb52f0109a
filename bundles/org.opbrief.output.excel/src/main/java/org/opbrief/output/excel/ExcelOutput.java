package org.opbrief.output.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.OutputFormat;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Section;
import org.osgi.service.component.annotations.Component;

/** Writes a briefing as an Excel workbook: a summary, a sheet for each table and chart, sources and method. */
@Component
public final class ExcelOutput implements OutputFormat {

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public void write(Briefing briefing, Optional<URL> layout, Path target) throws OutputException {
        if (layout.isPresent()) {
            throw new OutputException("The report '" + briefing.report()
                    + "' brings a workbook of its own (layout.xlsx), which cannot be filled yet: remove it.");
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // XmlBeans finds its schemas through the thread's class loader
        Thread.currentThread().setContextClassLoader(XSSFWorkbook.class.getClassLoader());
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            properties(workbook, briefing);
            Styles styles = new Styles(workbook);
            SheetNames names = new SheetNames();
            new SummarySheet(briefing, styles).write(workbook, names.next("Summary"));
            for (Section section : briefing.sections()) {
                if (section instanceof Section.TableSection table) {
                    new TableSheet(briefing, styles)
                            .write(
                                    workbook,
                                    names.next(table.title()),
                                    table.id(),
                                    table.answer().table(),
                                    table.note());
                } else if (section instanceof Section.Chart chart) {
                    new ChartSheet(briefing, styles).write(workbook, names.next(chart.title()), chart);
                }
            }
            new SourcesSheet(briefing, styles).write(workbook, names.next("Sources"));
            new MethodSheet(briefing, styles).write(workbook, names.next("Method"));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            StableZip.write(bytes.toByteArray(), target);
        } catch (IOException | InvalidFormatException e) {
            throw new OutputException(
                    "The workbook " + target.getFileName() + " cannot be written: " + e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** The document's dates are the data's: the same briefing gives the same bytes. */
    private static void properties(XSSFWorkbook workbook, Briefing briefing) throws InvalidFormatException {
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setTitle(briefing.title());
        core.setSubjectProperty(briefing.subtitle());
        core.setCreator("Opbrief");
        Optional<Date> asOf = Optional.of(
                Date.from(briefing.asOf().atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreated(asOf);
        core.setModified(asOf);
        workbook.getProperties()
                .getExtendedProperties()
                .getUnderlyingProperties()
                .setApplication("Opbrief");
    }
}
