package org.opbrief.pdf.structure;

import net.sf.jasperreports.engine.JRGenericPrintElement;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintEllipse;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintLine;
import net.sf.jasperreports.engine.JRPrintRectangle;
import net.sf.jasperreports.engine.JRPrintText;
import org.opbrief.pdf.PdfException;

/** Where the export is: names the page and the element in each error. */
public final class Place {
    private static final int LONGEST = 40;

    private int page;
    private JRPrintElement element;

    public void page(int number) {
        page = number;
        element = null;
    }

    public void element(JRPrintElement current) {
        element = current;
    }

    /** Number of the page, from 1. */
    public int page() {
        return page;
    }

    /** @param problem continues the sentence "Page 3, text 'abc': " */
    public PdfException error(String problem) {
        return new PdfException(this + ": " + problem);
    }

    public PdfException error(String problem, Throwable cause) {
        return new PdfException(this + ": " + problem, cause);
    }

    @Override
    public String toString() {
        return "Page " + page + (element == null ? "" : ", " + describe(element));
    }

    private static String describe(JRPrintElement element) {
        String where = " at " + element.getX() + "," + element.getY();
        if (element instanceof JRPrintText text) {
            return "text '" + shorten(text.getFullText()) + "'";
        } else if (element instanceof JRGenericPrintElement generic) {
            return "generic element " + generic.getGenericType().getName() + where;
        }
        return kind(element) + where + (element.getKey() == null ? "" : " (" + element.getKey() + ")");
    }

    private static String kind(JRPrintElement element) {
        if (element instanceof JRPrintFrame) {
            return "frame";
        } else if (element instanceof JRPrintImage) {
            return "image";
        } else if (element instanceof JRPrintLine) {
            return "line";
        } else if (element instanceof JRPrintRectangle) {
            return "rectangle";
        } else if (element instanceof JRPrintEllipse) {
            return "ellipse";
        }
        return "element " + element.getClass().getSimpleName();
    }

    private static String shorten(String text) {
        String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
