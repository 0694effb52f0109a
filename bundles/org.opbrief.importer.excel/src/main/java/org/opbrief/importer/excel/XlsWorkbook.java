package org.opbrief.importer.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;

/** A workbook of Excel 97 to 2003. */
final class XlsWorkbook implements Workbook {
    private static final int MOST_SHEETS = 4_096;

    private final String name;
    private final POIFSFileSystem files;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean linked;

    private XlsWorkbook(String name, POIFSFileSystem files) {
        this.name = name;
        this.files = files;
    }

    static XlsWorkbook open(Path file) throws IOException, ImportException {
        XlsWorkbook workbook = new XlsWorkbook(file.getFileName().toString(), new POIFSFileSystem(file.toFile(), true));
        try {
            workbook.list();
            return workbook;
        } catch (IOException | ImportException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private void list() throws IOException, ImportException {
        Lister lister = new Lister();
        process(lister);
        if (lister.names.size() > MOST_SHEETS) {
            throw new ImportException(
                    "%s has %,d sheets; at most %,d are read.".formatted(name, lister.names.size(), MOST_SHEETS));
        }
        for (int index = 0; index < lister.names.size(); index++) {
            BoundSheetRecord bound = lister.names.get(index);
            boolean hidden = bound.isHidden() || bound.isVeryHidden();
            long size = index < lister.sizes.size() ? lister.sizes.get(index) : 0;
            if (index >= lister.worksheets.size() || lister.worksheets.get(index)) {
                sheets.add(new Sheet(index, bound.getSheetname(), hidden, size));
            }
        }
        linked = lister.linked;
    }

    private void process(AbortableHSSFListener listener) throws IOException, ImportException {
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(listener);
        try {
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, files);
        } catch (HSSFUserException e) {
            throw new IOException(e);
        } catch (XlsRows.Failure e) {
            e.rethrow();
        } catch (OldFileFormatException e) {
            throw new ImportException(
                    name + " is of Excel 95 or older; open it in Excel, save it as .xlsx and import that.", e);
        } catch (CancellationException | EncryptedDocumentException e) {
            throw e;
        } catch (RuntimeException e) {
            // POI's readers of single records fail in many ways where bytes are not what they expect
            if (isProtected(e)) {
                throw new EncryptedDocumentException(e);
            }
            throw new ImportException(name + " is damaged: its records cannot be read; save it anew in Excel.", e);
        }
    }

    private static boolean isProtected(Throwable e) {
        return e != null && (e instanceof EncryptedDocumentException || isProtected(e.getCause()));
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public Shape read(Sheet sheet, Rows rows, DoubleConsumer told) throws IOException, ImportException {
        XlsRows reader = new XlsRows(name + ", sheet " + sheet.name(), sheet, rows, told);
        process(reader);
        reader.finish();
        return reader.shape();
    }

    @Override
    public String form() {
        return "Excel 97–2003 workbook";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (files.getRoot().hasEntry("_VBA_PROJECT_CUR")) {
            findings.add(Finding.note("The workbook has macros; they were neither read nor run."));
        }
        if (linked) {
            findings.add(
                    Finding.note(
                            "The workbook has links to other files; they were not followed, and values are those that it was saved with."));
        }
        return findings;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /** Counts the cells of each sheet. */
    private static final class Lister extends AbortableHSSFListener {
        private final List<BoundSheetRecord> names = new ArrayList<>();
        private final List<Long> sizes = new ArrayList<>();
        private final List<Boolean> worksheets = new ArrayList<>();
        private int depth;
        private boolean linked;

        @Override
        public short abortableProcessRecord(Record record) {
            if (record instanceof BoundSheetRecord bound) {
                names.add(bound);
            } else if (record instanceof SupBookRecord book) {
                linked |= book.isExternalReferences();
            } else if (record instanceof BOFRecord start) {
                if (depth++ == 0 && start.getType() != BOFRecord.TYPE_WORKBOOK) {
                    sizes.add(0L);
                    worksheets.add(start.getType() == BOFRecord.TYPE_WORKSHEET);
                }
            } else if (record.getSid() == EOFRecord.sid) {
                depth--;
            } else if (record instanceof CellRecord || record.getSid() == 0xfd) {
                if (!sizes.isEmpty()) {
                    sizes.set(sizes.size() - 1, sizes.get(sizes.size() - 1) + 1);
                }
            }
            return 0;
        }
    }
}
