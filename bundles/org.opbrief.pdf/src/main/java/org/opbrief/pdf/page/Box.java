package org.opbrief.pdf.page;

import net.sf.jasperreports.engine.JRLineBox;

/** The lines around an element. */
record Box(Pen top, Pen left, Pen bottom, Pen right) {

    static Box of(JRLineBox box) {
        return new Box(
                Pen.ofSide(box.getTopPen()),
                Pen.ofSide(box.getLeftPen()),
                Pen.ofSide(box.getBottomPen()),
                Pen.ofSide(box.getRightPen()));
    }

    boolean draws() {
        return top.draws() || left.draws() || bottom.draws() || right.draws();
    }
}
