package org.opbrief.workbench.widget;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Widget;

/** What all controls have in common. */
public final class Controls {
    private Controls() {}

    /** An id that tests find the widget by. */
    public static <W extends Widget> W id(W widget, String id) {
        widget.setData("id", id);
        return widget;
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
