package org.opbrief.bench;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.Callable;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;

/** The table by the exporter of JasperReports 7.0.6: not tagged, no standard. */
public final class StockTable implements Callable<byte[]> {
    private final JasperPrint print;

    public StockTable(int rows) throws JRException {
        print = TablePrint.fill(rows);
    }

    @Override
    public byte[] call() throws JRException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.exportReport();
        return out.toByteArray();
    }
}
