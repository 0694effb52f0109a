package org.opbrief.output.pdf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JasperPrint;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.OutputFormat;
import org.opbrief.api.report.Briefing;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.PdfExporter;
import org.opbrief.pdf.PdfMetadata;
import org.osgi.service.component.annotations.Component;

/** Writes briefings as PDF/A-2a and PDF/UA-1, in the house style or in the report's own layout. */
@Component(service = OutputFormat.class)
public final class PdfFormat implements OutputFormat {
    private final JasperThread jasper = new JasperThread();
    private final HouseStyle houseStyle = new HouseStyle();
    private final OwnLayout ownLayout = new OwnLayout();
    private final PdfExporter exporter = new PdfExporter();

    @Override
    public String format() {
        return "pdf";
    }

    @Override
    public void write(Briefing briefing, Optional<URL> layout, Path target) throws OutputException {
        if (layout.isEmpty()) {
            jasper.call(JasperPrint.class.getClassLoader(), () -> {
                export(briefing, houseStyle.print(briefing, jasper.fonts()), target);
                return target;
            });
            return;
        }
        try (LayoutLoader loader = new LayoutLoader(layout.get())) {
            jasper.call(loader, () -> {
                export(briefing, ownLayout.print(briefing, layout.get()), target);
                return target;
            });
        }
    }

    private void export(Briefing briefing, JasperPrint print, Path target) throws OutputException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            exporter.export(print, metadata(briefing), out);
        } catch (PdfException e) {
            throw new OutputException(e.getMessage(), e);
        } catch (IOException e) {
            throw new OutputException("The file " + target + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** The date of the document is the day whose state its data describe: it must not depend on the clock. */
    private static PdfMetadata metadata(Briefing briefing) {
        String keywords = briefing.parameters().values().stream().collect(Collectors.joining(", "));
        return new PdfMetadata(
                briefing.title(),
                briefing.house().name(),
                briefing.subtitle(),
                keywords,
                briefing.language().toLanguageTag(),
                briefing.asOf().atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
