package org.opbrief.output.pdf;

import java.awt.Color;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignFrame;
import net.sf.jasperreports.engine.design.JRDesignLine;
import net.sf.jasperreports.engine.design.JRDesignPropertyExpression;
import net.sf.jasperreports.engine.design.JRDesignRectangle;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JRDesignTextElement;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.PositionTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;

/** Elements of a design, in short. */
final class Parts {
    /** Where an element stands in its band or frame, in points. */
    record Box(int x, int y, int width, int height) {}

    private Parts() {}

    static Box box(int x, int y, int width, int height) {
        return new Box(x, y, width, height);
    }

    /** A reference to a field. JasperReports reads it without a compiler. */
    static JRDesignExpression field(String name) {
        return new JRDesignExpression("$F{" + name + "}");
    }

    /** A text from a field that grows with it, and is left out where the field is empty. */
    static JRDesignTextField text(String field, Box box, float size, Color color) {
        JRDesignTextField text = place(new JRDesignTextField(), box);
        text.setExpression(field(field));
        text.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
        text.setPositionType(PositionTypeEnum.FLOAT);
        text.setBlankWhenNull(true);
        text.setFontSize(size);
        text.setForecolor(color);
        return text;
    }

    static JRDesignStaticText fixed(String words, Box box, float size, Color color) {
        JRDesignStaticText text = place(new JRDesignStaticText(), box);
        text.setText(words);
        text.setFontSize(size);
        text.setForecolor(color);
        return text;
    }

    static JRDesignFrame frame(Box box) {
        return place(new JRDesignFrame(), box);
    }

    static JRDesignRectangle filled(Box box, Color color) {
        JRDesignRectangle rectangle = place(new JRDesignRectangle(), box);
        rectangle.setMode(ModeEnum.OPAQUE);
        rectangle.setBackcolor(color);
        rectangle.getLinePen().setLineWidth(0f);
        return rectangle;
    }

    static JRDesignLine line(Box box, Color color) {
        JRDesignLine line = place(new JRDesignLine(), box);
        line.getLinePen().setLineWidth(0.5f);
        line.getLinePen().setLineColor(color);
        return line;
    }

    static <E extends JRDesignElement> E place(E element, Box box) {
        element.setX(box.x());
        element.setY(box.y());
        element.setWidth(box.width());
        element.setHeight(box.height());
        return element;
    }

    static <E extends JRDesignTextElement> E bold(E text) {
        text.setBold(true);
        return text;
    }

    static <E extends JRDesignTextElement> E align(
            E text, HorizontalTextAlignEnum horizontal, VerticalTextAlignEnum vertical) {
        text.setHorizontalTextAlign(horizontal);
        text.setVerticalTextAlign(vertical);
        return text;
    }

    /** Says what the element is, see {@link org.opbrief.pdf.PdfTags}. */
    static <E extends JRDesignElement> E tag(E element, String name, String value) {
        element.getPropertiesMap().setProperty(name, value);
        return element;
    }

    static <E extends JRDesignElement> E tagByField(E element, String name, String field) {
        JRDesignPropertyExpression property = new JRDesignPropertyExpression();
        property.setName(name);
        property.setValueExpression(field(field));
        element.addPropertyExpression(property);
        return element;
    }
}
