package org.opbrief.bench.bare;

import jakarta.inject.Inject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A word in a window. Made by Eclipse. */
public final class BarePart {

    @Inject
    public BarePart(Composite parent) {
        new Label(parent, SWT.NONE).setText("bare");
    }
}
