package org.opbrief.workbench.settings;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Marking;
import org.opbrief.workbench.widget.Controls;

/** An edition: whether the agency marks it, how, and what pages then carry. */
final class MarkingRow {
    /** Columns that a row fills. */
    static final int COLUMNS = 3;

    private static final String USUAL_COLOR = "#8a1c1c";
    private static final int PREVIEW_WIDTH = 260;

    private final MarkedEdition edition;
    private final Button marks;
    private final Text text;
    private final Button color;
    private final BannerPreview preview;
    private final Runnable changed;
    private String chosenColor;

    /**
     * @param given what the agency has now
     * @param changed is run after each change
     */
    MarkingRow(Composite area, MarkedEdition edition, Optional<Marking> given, Choosers choosers, Runnable changed) {
        this.edition = edition;
        this.changed = changed;
        Optional<Marking> start = given.or(edition::reportsOwn);
        chosenColor = start.filter(marking -> !marking.equals(Marking.NONE))
                .map(Marking::color)
                .orElse(USUAL_COLOR);
        String id = "agency.marking." + edition.id();
        marks = Controls.id(new Button(area, SWT.CHECK), id);
        marks.setText(edition.label().replace("&", "&&"));
        marks.setToolTipText(edition.id());
        marks.setSelection(given.isPresent());
        text = Controls.id(
                Controls.named(
                        new Text(area, SWT.BORDER | SWT.SINGLE), Messages.get("agencyMarkingText", edition.label())),
                id + ".text");
        text.setTextLimit(House.LONGEST);
        text.setText(start.map(Marking::text).orElse(""));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        color = Controls.id(
                Controls.named(new Button(area, SWT.PUSH), Messages.get("agencyColorName", edition.label())),
                id + ".color");
        color.setText(Messages.get("agencyColor"));
        preview = new BannerPreview(area, id + ".preview", edition.label());
        GridDataFactory.fillDefaults()
                .span(COLUMNS, 1)
                .grab(true, false)
                .hint(preview.size(PREVIEW_WIDTH))
                .applyTo(preview.canvas());
        marks.addListener(SWT.Selection, event -> update());
        text.addListener(SWT.Modify, event -> update());
        color.addListener(SWT.Selection, event -> {
            Optional<RGB> chosen = choosers.color(area.getShell(), BannerPreview.rgb(chosenColor));
            chosen.ifPresent(this::color);
        });
        show();
    }

    private void color(RGB chosen) {
        chosenColor = BannerPreview.color(chosen);
        update();
    }

    private void update() {
        show();
        changed.run();
    }

    private void show() {
        text.setEnabled(marks.getSelection());
        color.setEnabled(marks.getSelection());
        preview.show(marks.getSelection() ? marking() : edition.reportsOwn());
    }

    String edition() {
        return edition.id();
    }

    boolean isLine() {
        return !marks.getSelection() || House.isLine(text.getText());
    }

    /** The agency's, if it marks this edition; its text is empty if pages are to carry none. */
    Optional<Marking> marking() {
        return marks.getSelection() ? Optional.of(new Marking(text.getText().strip(), chosenColor)) : Optional.empty();
    }
}
