package org.opbrief.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.sf.jasperreports.engine.JasperPrint;
import org.opbrief.pdf.font.FontFiles;
import org.osgi.annotation.versioning.ProviderType;

/**
 * {@link ProviderType}: exports filled JasperReports documents as PDF files that are PDF/A-2a and PDF/UA-1 at once. The same
 * document and metadata give the same bytes.
 *
 * <p>An exporter may be used by several threads, and should be kept: it keeps the fonts that it has read. All fonts come from
 * JasperReports font extensions and are embedded as subsets. Pages are written one by one, so that the memory needed is
 * small.
 *
 * <p>What cannot be drawn is an error that names page and element, never left out: generic elements, form fields, links into
 * other documents, text from right to left, characters that no font has, CMYK images.
 *
 * @see PdfTags
 */
@ProviderType
public final class PdfExporter {
    private final ConcurrentLinkedQueue<FontFiles> idleFonts = new ConcurrentLinkedQueue<>();

    /**
     * Writes the document.
     *
     * @param out is not closed; after an exception it holds part of a file
     * @throws PdfException if the document cannot be exported, or the stream cannot be written
     */
    public void export(JasperPrint print, PdfMetadata metadata, OutputStream out) throws PdfException {
        FontFiles fonts = idleFonts.poll();
        if (fonts == null) {
            fonts = new FontFiles();
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(loader(before));
            DocumentExport.run(print, metadata, fonts, out);
        } catch (IOException e) {
            throw new PdfException("The PDF file cannot be written: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
            idleFonts.add(fonts);
        }
    }

    /**
     * JasperReports finds its extensions, fonts among them, through the context class loader. One that sees this
     * JasperReports stays: it may see more fonts.
     */
    private static ClassLoader loader(ClassLoader current) {
        try {
            if (current != null && current.loadClass(JasperPrint.class.getName()) == JasperPrint.class) {
                return current;
            }
        } catch (ClassNotFoundException e) {
            // then JasperReports' own
        }
        return JasperPrint.class.getClassLoader();
    }
}
