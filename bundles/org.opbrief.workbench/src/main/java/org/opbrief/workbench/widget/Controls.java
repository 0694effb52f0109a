package org.opbrief.workbench.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Widget;

/** What all controls have in common. */
public final class Controls {
    private static final int AIR = 8;
    private static final int USUAL_LINE = 17;

    private Controls() {}

    /** An id that tests find the widget by. */
    public static <W extends Widget> W id(W widget, String id) {
        widget.setData("id", id);
        return widget;
    }

    /** Gives a button some room around its text; the button's layout is a grid. */
    public static Button roomy(Button button) {
        GridData data = button.getLayoutData() instanceof GridData given ? given : new GridData();
        data.widthHint = button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 2 * AIR;
        button.setLayoutData(data);
        return button;
    }

    /** A length that fits text of the usual size, for the size that the control's text has. */
    public static int scaled(Control control, int pixels) {
        GC gc = new GC(control);
        try {
            return Math.max(pixels, pixels * gc.getFontMetrics().getHeight() / USUAL_LINE);
        } finally {
            gc.dispose();
        }
    }

    /** The text of a tool that has no picture, apart from its neighbours'. */
    public static String airy(String text) {
        return " " + text + " ";
    }

    /** A red for warnings that can be read on the control's background, be it light or dark. */
    public static Color alarm(Control control) {
        RGB ground = control.getBackground().getRGB();
        boolean dark = ground.red + ground.green + ground.blue < 3 * 128;
        return dark ? new Color(255, 138, 128) : new Color(160, 20, 20);
    }

    /** What a screen reader says of a control that has no label before it. */
    public static <C extends Control> C named(C control, String name) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
        return control;
    }
}
