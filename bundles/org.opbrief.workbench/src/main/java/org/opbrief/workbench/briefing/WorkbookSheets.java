package org.opbrief.workbench.briefing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads the sheets of a workbook as texts, one at a time and as a stream. */
final class WorkbookSheets {
    static final int MOST_ROWS = 20_000;

    /**
     * @param rows cells as they are shown; an empty cell is an empty text
     * @param columns number of the cells of the longest row
     * @param complete whether these are all rows
     */
    record Sheet(List<String[]> rows, int columns, boolean complete) {}

    private final Path file;

    WorkbookSheets(Path file) {
        this.file = file;
    }

    /** The names of the sheets, in order. */
    List<String> names() throws PreviewException {
        List<String> names = new ArrayList<>();
        each((name, stream, reader, workbook) -> {
            names.add(name);
            return true;
        });
        return names;
    }

    Sheet read(String wanted) throws PreviewException {
        Rows rows = new Rows();
        each((name, stream, reader, workbook) -> {
            if (!name.equals(wanted)) {
                return true;
            }
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    new ReadOnlySharedStringsTable(workbook),
                    rows,
                    new DataFormatter(Locale.US),
                    false));
            try {
                parser.parse(new InputSource(stream));
            } catch (Enough e) {
                rows.complete = false;
            }
            return false;
        });
        return new Sheet(List.copyOf(rows.rows), rows.columns, rows.complete);
    }

    private interface Visitor {
        /** @return whether to go on */
        boolean sheet(String name, InputStream stream, XSSFReader reader, OPCPackage workbook)
                throws IOException, SAXException, ParserConfigurationException, OpenXML4JException;
    }

    private void each(Visitor visitor) throws PreviewException {
        if (!Files.exists(file)) {
            throw new PreviewException(Messages.of("pdf.absent", file), null);
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // XMLBeans looks for its schemas there
        Thread.currentThread().setContextClassLoader(XSSFReader.class.getClassLoader());
        try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(workbook);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            boolean more = true;
            while (more && sheets.hasNext()) {
                try (InputStream stream = sheets.next()) {
                    more = visitor.sheet(sheets.getSheetName(), stream, reader, workbook);
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException | OpenXML4JException | RuntimeException e) {
            throw new PreviewException(Messages.of("workbook.damaged", file), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Ends the reading of a sheet. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough rows", null, false, false);
        }
    }

    private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {
        private final List<String[]> rows = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();
        private int columns;
        private boolean complete = true;

        @Override
        public void startRow(int number) {
            if (number >= MOST_ROWS) {
                throw new Enough();
            }
            while (rows.size() < number) {
                rows.add(new String[0]);
            }
            cells.clear();
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            int column = Optional.ofNullable(reference)
                    .map(address -> (int) new CellReference(address).getCol())
                    .orElse(cells.size());
            while (cells.size() < column) {
                cells.add("");
            }
            cells.add(value == null ? "" : value);
        }

        @Override
        public void endRow(int number) {
            rows.add(cells.toArray(String[]::new));
            columns = Math.max(columns, cells.size());
        }
    }
}
