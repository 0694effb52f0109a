package org.opbrief.output.pdf;

import static org.opbrief.output.pdf.Parts.align;
import static org.opbrief.output.pdf.Parts.bold;
import static org.opbrief.output.pdf.Parts.box;
import static org.opbrief.output.pdf.Parts.fixed;
import static org.opbrief.output.pdf.Parts.frame;

import java.awt.Color;
import net.sf.jasperreports.engine.design.JRDesignFrame;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import org.opbrief.api.report.Marking;

/** The marking of the document, as it stands at the top and bottom of each page. */
final class Banner {
    private static final float SIZE = 9;
    private static final int LINE = 11;
    private static final int AROUND = 7;
    private static final int SIDE = 8;

    private final Marking marking;
    private final int height;

    Banner(Marking marking, HouseContext context) {
        this.marking = marking;
        int lines = new TextWidth(context.bold(SIZE)).lines(marking.text(), Look.WIDTH - 2 * SIDE - 1);
        this.height = marking.text().isBlank() ? 0 : AROUND + lines * LINE;
    }

    /** In points; 0 without a marking. */
    int height() {
        return height;
    }

    JRDesignFrame at(int y) {
        JRDesignFrame frame = frame(box(0, y, Look.WIDTH, height));
        frame.setMode(ModeEnum.OPAQUE);
        frame.setBackcolor(Color.decode(marking.color()));
        frame.addElement(bold(align(
                fixed(marking.text(), box(SIDE, 0, Look.WIDTH - 2 * SIDE, height), SIZE, Color.decode(marking.ink())),
                HorizontalTextAlignEnum.CENTER,
                VerticalTextAlignEnum.MIDDLE)));
        return frame;
    }
}
