package org.opbrief.workbench.widget;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
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
