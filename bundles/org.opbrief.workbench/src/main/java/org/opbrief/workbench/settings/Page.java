package org.opbrief.workbench.settings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A page of labels with their controls. Until {@link #performOk()} it changes nothing. */
abstract class Page extends PreferencePage {
    /** Pixels after which a sentence goes on in the next line. */
    static final int TEXT_WIDTH = 380;

    Page(String title) {
        super(title);
        noDefaultAndApplyButton();
    }

    @Override
    protected final Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
        fill(area);
        return area;
    }

    /** @param area has two columns: labels and controls */
    abstract void fill(Composite area);

    static void label(Composite area, String key) {
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.get(key));
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).applyTo(label);
    }

    /** A sentence below the control before it. */
    static void note(Composite area, String key, Object... values) {
        Label note = new Label(area, SWT.WRAP);
        note.setText(Messages.get(key, values));
        wide(note);
    }

    /** Gives a control both columns. */
    static void wide(Control control) {
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(TEXT_WIDTH, SWT.DEFAULT)
                .applyTo(control);
    }

    static Combo choice(Composite area, String id, String... items) {
        Combo combo = new Combo(area, SWT.READ_ONLY);
        combo.setItems(items);
        combo.setData("id", id);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    static Button check(Composite area, String id, String text) {
        Button button = new Button(area, SWT.CHECK);
        button.setText(text);
        button.setData("id", id);
        return button;
    }
}
