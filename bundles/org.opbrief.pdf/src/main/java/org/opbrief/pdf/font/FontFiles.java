package org.opbrief.pdf.font;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.repo.RepositoryUtil;
import org.opbrief.pdf.PdfException;

/**
 * Parsed font files, by their location. Parsing them takes half the time of a short export, so they are kept from one
 * export to the next; one export at a time uses them.
 */
public final class FontFiles {
    private final Map<String, FontFile> files = new HashMap<>();

    FontFile get(JasperReportsContext context, String location) throws PdfException {
        FontFile known = files.get(location);
        if (known != null) {
            return known;
        }
        try (InputStream in = RepositoryUtil.getInstance(context).getInputStreamFromLocation(location)) {
            FontFile file = new FontFile(in);
            files.put(location, file);
            return file;
        } catch (JRException | IOException | RuntimeException e) {
            throw new PdfException(
                    "The font file " + location + " cannot be read as a TrueType font: " + e.getMessage(), e);
        }
    }
}
