package org.opbrief.workbench.settings;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.BusyIndicator;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.opbrief.api.report.Houses;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.Seal;
import org.opbrief.workbench.widget.Controls;

/** The seal: its picture as on paper, and buttons to choose another or none. */
final class SealField {
    private static final int SIZE = 88;
    private static final int AROUND = 5;

    private final Houses houses;
    private final Choosers choosers;
    private final Composite field;
    private final Canvas picture;
    private final Label words;
    private final Button remove;
    private final Label fault;
    private Optional<Seal> seal = Optional.empty();
    private Optional<Image> image = Optional.empty();

    SealField(Composite area, Houses houses, Choosers choosers) {
        this.houses = houses;
        this.choosers = choosers;
        field = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(field);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        picture = Controls.id(new Canvas(field, SWT.BORDER | SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS), "agency.seal");
        GridDataFactory.swtDefaults().hint(SIZE, SIZE).applyTo(picture);
        picture.addPaintListener(event -> paint(event.gc));
        picture.addDisposeListener(event -> image.ifPresent(Image::dispose));
        Composite side = new Composite(field, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(side);
        words = Controls.id(new Label(side, SWT.NONE), "agency.seal.words");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(words);
        button(side, "agencyChooseSeal", "agency.seal.choose").addListener(SWT.Selection, event -> choose());
        remove = button(side, "agencyRemoveSeal", "agency.seal.remove");
        remove.addListener(SWT.Selection, event -> show(Optional.empty()));
        fault = Controls.id(new Label(field, SWT.WRAP), "agency.seal.fault");
        fault.setForeground(Controls.alarm(fault));
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(Page.TEXT_WIDTH, SWT.DEFAULT)
                .exclude(true)
                .applyTo(fault);
        picture.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.get("agencySealPicture", words.getText());
            }
        });
    }

    private static Button button(Composite side, String text, String id) {
        Button button = Controls.id(Controls.named(new Button(side, SWT.PUSH), Messages.get(text + "Name")), id);
        button.setText(Messages.get(text));
        return button;
    }

    Optional<Seal> seal() {
        return seal;
    }

    void show(Optional<Seal> shown) {
        seal = shown;
        image.ifPresent(Image::dispose);
        image = shown.map(each -> new Image(picture.getDisplay(), new ImageData(new ByteArrayInputStream(each.png()))));
        words.setText(shown.map(each -> Messages.get("agencySealSize", each.width(), each.height()))
                .orElseGet(() -> Messages.get("agencyNoSeal")));
        remove.setEnabled(shown.isPresent());
        complain("");
        picture.redraw();
    }

    private void choose() {
        choosers.image(field.getShell())
                .ifPresent(file -> BusyIndicator.showWhile(field.getDisplay(), () -> read(file)));
    }

    private void read(Path file) {
        try {
            show(Optional.of(houses.seal(file)));
        } catch (ReportException e) {
            complain(e.getMessage());
        }
    }

    private void complain(String sentence) {
        fault.setText(sentence.replace("&", "&&"));
        fault.setVisible(!sentence.isEmpty());
        ((GridData) fault.getLayoutData()).exclude = sentence.isEmpty();
        fault.requestLayout();
    }

    private void paint(GC gc) {
        Rectangle area = picture.getClientArea();
        // the colour of paper, in a dark window too
        gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_WHITE));
        gc.fillRectangle(area);
        if (image.isEmpty()) {
            return;
        }
        Rectangle all = image.get().getBounds();
        double scale = Math.min(
                1, Math.min((area.width - 2.0 * AROUND) / all.width, (area.height - 2.0 * AROUND) / all.height));
        Point size = new Point(
                Math.max(1, (int) Math.round(all.width * scale)), Math.max(1, (int) Math.round(all.height * scale)));
        gc.setInterpolation(SWT.HIGH);
        gc.drawImage(
                image.get(),
                0,
                0,
                all.width,
                all.height,
                (area.width - size.x) / 2,
                (area.height - size.y) / 2,
                size.x,
                size.y);
    }
}
