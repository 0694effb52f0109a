package org.opbrief.output.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a workbook whose large sheets POI knows only by their frame: each part is copied, the rows are streamed into
 * their place. The same workbook gives the same bytes.
 */
final class PackageWriter {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String SHEET_END = "</sheetData>";
    // the size of level 6 and a third of its time
    private static final int LEVEL = 3;

    private final XSSFWorkbook workbook;
    private final Map<String, SheetRows> rows;

    /** @param rows what is streamed, by the name of the sheet's part, e.g. {@code xl/worksheets/sheet2.xml} */
    PackageWriter(XSSFWorkbook workbook, Map<String, SheetRows> rows) {
        this.workbook = workbook;
        this.rows = rows;
    }

    void write(Path target) throws IOException {
        Map<String, byte[]> parts = parts();
        SharedStrings strings = new SharedStrings(
                workbook.getSharedStringSource().getUniqueCount(),
                workbook.getSharedStringSource().getCount());
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(LEVEL);
            copy(CONTENT_TYPES, parts, zip, strings);
            for (String name : parts.keySet()) {
                if (!name.equals(CONTENT_TYPES) && !name.equals(STRINGS)) {
                    copy(name, parts, zip, strings);
                }
            }
            // last, when all texts are known
            zip.putNextEntry(entry(STRINGS));
            strings.write(parts.get(STRINGS), zip);
            zip.closeEntry();
        }
    }

    private Map<String, byte[]> parts() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(1 << 16);
        workbook.write(frame);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(frame.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private void copy(String name, Map<String, byte[]> parts, ZipOutputStream zip, SharedStrings strings)
            throws IOException {
        zip.putNextEntry(entry(name));
        SheetRows body = rows.get(name);
        if (body == null) {
            zip.write(parts.get(name));
        } else {
            String sheet = new String(parts.get(name), StandardCharsets.UTF_8);
            int end = sheet.indexOf(SHEET_END);
            if (end < 0) {
                throw new IllegalStateException(name + " has no rows to add to");
            }
            zip.write(sheet.substring(0, end)
                    .replaceFirst("<dimension ref=\"([A-Z]+[0-9]+)(:([A-Z]+)[0-9]+)?\"/>", dimension(body))
                    .getBytes(StandardCharsets.UTF_8));
            body.write(zip, strings);
            zip.write(sheet.substring(end).getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
    }

    private static String dimension(SheetRows body) {
        String last = CellReference.convertNumToColString(body.table().columns().size() - 1);
        return "<dimension ref=\"A1:" + last + body.endRow() + "\"/>";
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        // a local time: neither the clock nor the time zone changes the bytes
        entry.setTimeLocal(TIME);
        return entry;
    }
}
