package org.opbrief.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JROrigin;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintFrame;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import net.sf.jasperreports.engine.base.JRBasePrintText;
import net.sf.jasperreports.engine.type.BandTypeEnum;

/** Puts together a filled document without a report: one element below the other. */
final class Document {
    private final JasperPrint print = new JasperPrint();
    private JRBasePrintPage page;
    private int y;

    Document() {
        print.setName("document");
        print.setPageWidth(595);
        print.setPageHeight(842);
        page();
    }

    Document page() {
        page = new JRBasePrintPage();
        print.addPage(page);
        y = 20;
        return this;
    }

    Document add(JRPrintElement element) {
        element.setY(y);
        y += element.getHeight() + 2;
        page.addElement(element);
        return this;
    }

    Document text(String text, String... properties) {
        return add(element(text, properties));
    }

    /** A table row of texts, the first of which has the properties too. */
    Document row(String table, List<String> cells, String... properties) {
        for (int i = 0; i < cells.size(); i++) {
            JRBasePrintText cell = element(cells.get(i), properties);
            cell.setX(20 + 100 * i);
            cell.setWidth(100);
            if (i == 0) {
                cell.getPropertiesMap().setProperty(PdfTags.TABLE, table);
                cell.getPropertiesMap().setProperty(PdfTags.ROW, cells.size() == 1 ? PdfTags.FULL : PdfTags.START);
            } else if (i == cells.size() - 1) {
                cell.getPropertiesMap().setProperty(PdfTags.ROW, PdfTags.END);
            }
            cell.setY(y);
            page.addElement(cell);
        }
        y += 18;
        return this;
    }

    JasperPrint print() {
        return print;
    }

    byte[] export() throws PdfException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfExporter().export(print, Everything.METADATA, out);
        return out.toByteArray();
    }

    ReadBack readBack() throws Exception {
        return new ReadBack(new ByteArrayInputStream(export()).readAllBytes());
    }

    JRBasePrintText element(String text, String... properties) {
        JRBasePrintText element = new JRBasePrintText(print.getDefaultStyleProvider());
        element.setFontName("DejaVu Sans");
        element.setFontSize(9f);
        element.setText(text);
        element.setX(20);
        element.setWidth(500);
        element.setHeight(16);
        element.setTextHeight(16);
        set(element, properties);
        return element;
    }

    JRBasePrintFrame frame(List<? extends JRPrintElement> elements, String... properties) {
        JRBasePrintFrame frame = new JRBasePrintFrame(print.getDefaultStyleProvider());
        frame.setX(20);
        frame.setWidth(520);
        frame.setHeight(40);
        elements.forEach(frame::addElement);
        set(frame, properties);
        return frame;
    }

    /** An element of the page header. */
    JRBasePrintText header(String text) throws JRException {
        JROrigin origin = new JROrigin(BandTypeEnum.PAGE_HEADER);
        print.addOrigin(origin);
        JRBasePrintText element = element(text);
        element.setOrigin(origin);
        return element;
    }

    private static void set(JRPrintElement element, String... properties) {
        for (int i = 0; i < properties.length; i += 2) {
            element.getPropertiesMap().setProperty(properties[i], properties[i + 1]);
        }
    }
}
