package org.opbrief.workbench.faults;

import java.util.Arrays;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.opbrief.workbench.widget.Controls;

/** Says why a view is not there, in its place. */
public final class FailedView {

    private final Text text;

    /** @param place may have some of the view that could not be made; that is removed */
    FailedView(Composite place, String message) {
        Arrays.stream(place.getChildren()).forEach(Control::dispose);
        FillLayout layout = new FillLayout();
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        place.setLayout(layout);
        text = Controls.id(new Text(place, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY), "failed");
        text.setText(message);
        place.layout(true);
    }

    @Focus
    void focus() {
        text.setFocus();
    }
}
