package org.opbrief.importer.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.apache.poi.EncryptedDocumentException;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Source;
import org.osgi.service.component.annotations.Component;

/** Reads one table from a workbook of Excel: .xlsx and .xlsm, and .xls of 1997 to 2003. */
@Component
public final class ExcelImporter implements Importer {

    @Override
    public String format() {
        return "excel";
    }

    /** Also other files in the same containers, so as to say what they are. */
    @Override
    public boolean recognises(Path file, byte[] head) {
        return FileKind.of(file, head) != FileKind.OTHER;
    }

    @Override
    public Extract extract(Source source, Path target) throws ImportException {
        Path file = source.file();
        String name = file.getFileName().toString();
        try {
            FileKind kind = FileKind.of(file);
            if (!kind.isWorkbook()) {
                throw new ImportException(name + " " + kind.refusal() + ".");
            }
            Path spill = target.resolveSibling(target.getFileName() + ".texts");
            try (Workbook workbook = kind == FileKind.XLS ? XlsWorkbook.open(file) : XlsxWorkbook.open(file, spill)) {
                return new TableReader(source, workbook, target).read();
            }
        } catch (EncryptedDocumentException e) {
            throw new ImportException(name + " " + FileKind.ENCRYPTED.refusal() + ".", e);
        } catch (ZipException e) {
            throw new ImportException(name + " is damaged: " + e.getMessage() + "; fetch it again.", e);
        } catch (IOException e) {
            throw new ImportException(name + " cannot be read: " + FileFaults.reason(e) + ".", e);
        }
    }
}
