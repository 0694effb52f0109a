package org.opbrief.output.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Briefing;

/** Lays a briefing out with the report's own JasperReports template. */
final class OwnLayout {
    private static final int MOST_COMPILED = 16;

    /** Compiled once a content; holds no class, so no class loader. */
    private final Map<String, JasperReport> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JasperReport> eldest) {
            return size() > MOST_COMPILED;
        }
    };

    /** With the context class loader for that layout. */
    JasperPrint print(Briefing briefing, URL layout) throws OutputException {
        String name = layout.getPath().substring(layout.getPath().lastIndexOf('/') + 1);
        byte[] content = read(layout, name);
        try {
            JasperReport report = report(content, name);
            LayoutData data = new LayoutData(briefing);
            return JasperFillManager.getInstance(DefaultJasperReportsContext.getInstance())
                    .fill(report, data.parameters(), data.main());
        } catch (JRException | JRRuntimeException | LinkageError e) {
            throw new OutputException("The layout " + name + " cannot be used: " + Reason.of(e), e);
        }
    }

    private static byte[] read(URL layout, String name) throws OutputException {
        try (InputStream in = layout.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new OutputException("The layout " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private JasperReport report(byte[] content, String name) throws JRException, OutputException {
        if (name.endsWith(".jasper")) {
            Object loaded = JRLoader.loadObject(new ByteArrayInputStream(content));
            if (loaded instanceof JasperReport report) {
                return report;
            }
            throw new OutputException("The layout " + name + " is no compiled JasperReports template.");
        }
        String key = Fingerprint.of(content);
        synchronized (compiled) {
            JasperReport report = compiled.get(key);
            if (report == null) {
                report = JasperCompileManager.getInstance(DefaultJasperReportsContext.getInstance())
                        .compile(JRXmlLoader.load(new ByteArrayInputStream(content)));
                compiled.put(key, report);
            }
            return report;
        }
    }
}
