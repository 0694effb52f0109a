package org.opbrief.workbench.briefing;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.opbrief.workbench.widget.Controls;

/** Above the pages: page, zoom and search. */
final class PreviewBar extends Composite {
    private static final List<Integer> ZOOMS = List.of(25, 50, 75, 100, 125, 150, 200, 400);
    private static final int TYPING = 250;

    /** What the bar is for. */
    record Actions(
            IntConsumer page,
            DoubleConsumer zoom,
            Runnable zoomIn,
            Runnable zoomOut,
            Consumer<PageCanvas.Fit> fit,
            Consumer<String> find,
            IntConsumer step) {}

    private final Actions actions;
    private final Text page;
    private final Label count;
    private final ToolBar smaller;
    private final Combo zoom;
    private final ToolBar larger;
    private final ToolItem fitWidth;
    private final ToolItem fitPage;
    private final Text search;
    private final Label found;
    private final ToolBar steps;
    private final Runnable typed;

    PreviewBar(Composite parent, Actions actions) {
        super(parent, SWT.NONE);
        this.actions = actions;
        GridLayout grid = new GridLayout(9, false);
        grid.marginHeight = 3;
        grid.marginWidth = 6;
        setLayout(grid);
        label("page.number");
        page = new Text(this, SWT.BORDER | SWT.RIGHT);
        page.setData("id", "preview.page");
        page.setLayoutData(width(34));
        page.addListener(SWT.DefaultSelection, event -> goTo());
        count = new Label(this, SWT.NONE);
        count.setLayoutData(width(48));
        smaller = new ToolBar(this, SWT.FLAT);
        item(smaller, SWT.PUSH, "\u2212", "zoom.out", "preview.zoom.out", actions.zoomOut());
        zoom = new Combo(this, SWT.DROP_DOWN);
        zoom.setData("id", "preview.zoom");
        ZOOMS.forEach(percent -> zoom.add(Messages.of("zoom.percent", percent)));
        zoom.addListener(SWT.Selection, event -> zoom());
        zoom.addListener(SWT.DefaultSelection, event -> zoom());
        zoom.setLayoutData(width(92));
        Controls.named(zoom, Messages.of("zoom.level"));
        larger = new ToolBar(this, SWT.FLAT);
        item(larger, SWT.PUSH, "+", "zoom.in", "preview.zoom.in", actions.zoomIn());
        new ToolItem(larger, SWT.SEPARATOR);
        fitWidth = item(
                larger,
                SWT.CHECK,
                Controls.airy(Messages.of("zoom.width.short")),
                "zoom.width",
                "preview.fit.width",
                () -> actions.fit().accept(PageCanvas.Fit.WIDTH));
        fitPage = item(
                larger,
                SWT.CHECK,
                Controls.airy(Messages.of("zoom.page.short")),
                "zoom.page",
                "preview.fit.page",
                () -> actions.fit().accept(PageCanvas.Fit.PAGE));
        search = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setData("id", "preview.search");
        search.setMessage(Messages.of("search.hint"));
        Controls.named(search, Messages.of("search.hint"));
        GridData wide = new GridData(SWT.END, SWT.CENTER, true, false);
        wide.widthHint = 190;
        wide.minimumWidth = 110;
        search.setLayoutData(wide);
        typed = () -> {
            if (!search.isDisposed()) {
                actions.find().accept(search.getText());
            }
        };
        search.addListener(SWT.Modify, event -> getDisplay().timerExec(TYPING, typed));
        search.addListener(SWT.DefaultSelection, event -> {
            if (event.detail != SWT.ICON_CANCEL) {
                actions.step().accept((event.stateMask & SWT.SHIFT) == 0 ? 1 : -1);
            }
        });
        found = new Label(this, SWT.RIGHT);
        found.setData("id", "preview.found");
        found.setLayoutData(width(92));
        steps = new ToolBar(this, SWT.FLAT);
        steps.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        item(steps, SWT.PUSH, "\u25b2", "search.previous", "preview.previous", () -> actions.step()
                .accept(-1));
        item(steps, SWT.PUSH, "\u25bc", "search.next", "preview.next", () -> actions.step()
                .accept(1));
        found(-1, 0);
    }

    /** Shows which page of how many, and how large. */
    void show(int current, int pages, double scale, PageCanvas.Fit fit) {
        if (!page.isFocusControl()) {
            page.setText(pages == 0 ? "" : Integer.toString(current + 1));
        }
        count.setText(pages == 0 ? "" : Messages.of("page.of", pages));
        if (!zoom.isFocusControl()) {
            zoom.setText(pages == 0 ? "" : Messages.of("zoom.percent", (int) Math.round(scale * 100)));
        }
        for (Control control : new Control[] {page, smaller, zoom, larger, search}) {
            control.setEnabled(pages > 0);
        }
        fitWidth.setSelection(fit == PageCanvas.Fit.WIDTH);
        fitPage.setSelection(fit == PageCanvas.Fit.PAGE);
    }

    /** @param current from 0; -1 if the user is at none */
    void found(int current, int hits) {
        boolean any = hits > 0;
        boolean said = !search.getText().isBlank();
        found.setText(said ? any ? Messages.of("search.count", current + 1, hits) : Messages.of("search.none") : "");
        for (Control control : new Control[] {found, steps}) {
            control.setVisible(said);
            ((GridData) control.getLayoutData()).exclude = !said;
        }
        layout();
    }

    void search() {
        search.setFocus();
        search.selectAll();
    }

    String wanted() {
        return search.getText();
    }

    private void goTo() {
        String text = page.getText().strip();
        if (text.matches("\\d{1,6}")) {
            actions.page().accept(Integer.parseInt(text) - 1);
        }
        page.selectAll();
    }

    private void zoom() {
        String digits = zoom.getText().replaceAll("[^0-9]", "");
        if (!digits.isEmpty() && digits.length() < 5) {
            actions.zoom().accept(Integer.parseInt(digits) / 100.0);
        }
    }

    private void label(String key) {
        new Label(this, SWT.NONE).setText(Messages.of(key));
    }

    private static GridData width(int width) {
        GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        data.widthHint = width;
        return data;
    }

    private static ToolItem item(ToolBar bar, int style, String text, String tip, String id, Runnable action) {
        ToolItem item = new ToolItem(bar, style);
        item.setText(text);
        item.setToolTipText(Messages.of(tip));
        item.setData("id", id);
        item.addListener(SWT.Selection, (Event event) -> action.run());
        return item;
    }
}
