package org.opbrief.workbench.briefing;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Control;

/** What several views do with their widgets. */
final class Widgets {
    private Widgets() {}

    /**
     * The control's font in another size and style; goes with the control.
     *
     * @param factor of the size
     * @param style e.g. {@link SWT#BOLD}
     */
    static Font font(Control control, double factor, int style) {
        FontData[] data = control.getFont().getFontData();
        for (FontData each : data) {
            each.setHeight((int) Math.round(each.getHeight() * factor));
            each.setStyle(style);
        }
        return owned(control, new Font(control.getDisplay(), data));
    }

    /** A font whose characters are of one width; goes with the control. */
    static Font fixed(Control control) {
        int size = control.getFont().getFontData()[0].getHeight();
        return owned(control, new Font(control.getDisplay(), "Monospace", size, 0));
    }

    private static Font owned(Control control, Font font) {
        control.addListener(SWT.Dispose, event -> font.dispose());
        return font;
    }

    /** Columns without margins. */
    static GridLayout grid(int columns, int margin) {
        GridLayout grid = new GridLayout(columns, false);
        grid.marginWidth = margin;
        grid.marginHeight = margin;
        return grid;
    }
}
