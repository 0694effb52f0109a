package org.opbrief.bench;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.concurrent.Callable;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import org.opbrief.pdf.PdfExporter;
import org.opbrief.pdf.PdfMetadata;

/** The table by Opbrief's exporter: tagged, PDF/A-2a and PDF/UA-1. */
public final class OwnTable implements Callable<byte[]> {
    private static final PdfMetadata METADATA =
            new PdfMetadata("Cases", "", "", "", "en-US", Instant.parse("2024-05-01T00:00:00Z"));

    private final JasperPrint print;
    private final PdfExporter exporter = new PdfExporter();

    public OwnTable(int rows) throws JRException {
        print = TablePrint.fill(rows);
    }

    @Override
    public byte[] call() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exporter.export(print, METADATA, out);
        return out.toByteArray();
    }
}
