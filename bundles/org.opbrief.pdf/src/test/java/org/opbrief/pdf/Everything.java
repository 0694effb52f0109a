package org.opbrief.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import net.sf.jasperreports.charts.util.DrawChartRendererImpl;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;

/** Fills {@code everything.jrxml}: all that the exporter draws, and a table over several pages. */
final class Everything {
    static final PdfMetadata METADATA = new PdfMetadata(
            "Everything & <more>",
            "Statistics unit",
            "Test of the exporter",
            "test, tags",
            "en-US",
            Instant.parse("2024-05-01T12:30:00Z"));

    private static JasperReport report;

    private Everything() {}

    static synchronized JasperPrint print(int rows) {
        try {
            if (report == null) {
                report = JasperCompileManager.compileReport(Everything.class.getResourceAsStream("everything.jrxml"));
            }
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("logo", SimpleDataRenderer.getInstance(picture("png", BufferedImage.TYPE_INT_ARGB)));
            parameters.put("photo", SimpleDataRenderer.getInstance(picture("jpg", BufferedImage.TYPE_INT_RGB)));
            parameters.put("chart", chart("Seizures"));
            parameters.put("map", SimpleDataRenderer.getInstance(resource("map.svg")));
            List<Map<String, ?>> data = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                data.add(Map.of("a", "Case " + i, "b", i % 23, "c", i * 1.5));
            }
            return JasperFillManager.fillReport(report, parameters, new JRMapCollectionDataSource(data));
        } catch (JRException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] export(JasperPrint print) throws PdfException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfExporter().export(print, METADATA, out);
        return out.toByteArray();
    }

    static Renderable chart(String title) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int quarter = 1; quarter <= 4; quarter++) {
            data.addValue(quarter * 137 - 125, "2023", "q" + quarter);
        }
        return new DrawChartRendererImpl(
                ChartFactory.createBarChart(
                        title, "Quarter", "Count", data, PlotOrientation.VERTICAL, true, false, false),
                null,
                72);
    }

    static byte[] resource(String name) {
        try (InputStream in = Everything.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] picture(String format, int type) throws IOException {
        BufferedImage image = new BufferedImage(120, 80, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(20, 60, 160));
        graphics.fillOval(20, 0, 80, 80);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(50, 30, 20, 20);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
