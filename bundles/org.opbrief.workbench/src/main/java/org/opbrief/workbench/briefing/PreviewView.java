package org.opbrief.workbench.briefing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.opbrief.workbench.jobs.Work;

/** The pages of a briefing: to be read, searched, and asked where a figure comes from. Never blocks the window. */
public final class PreviewView extends Composite {
    private static final int LIST = 16;
    private static final int PAGES = 84;

    private final Work work;
    private final PreviewBar bar;
    private final Label message;
    private final PageStrip strip;
    private final PageCanvas canvas;
    private Optional<Path> file = Optional.empty();
    private int asked;
    private Consumer<Boolean> shown = any -> {};

    public PreviewView(Composite parent, Work work) {
        super(parent, SWT.NONE);
        this.work = work;
        setData("id", "preview");
        GridLayout grid = new GridLayout(1, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.verticalSpacing = 0;
        setLayout(grid);
        bar = new PreviewBar(
                this,
                new PreviewBar.Actions(
                        page -> canvas().goTo(page),
                        zoom -> canvas().zoom(zoom),
                        () -> canvas().zoomIn(),
                        () -> canvas().zoomOut(),
                        fit -> {
                            canvas().fit(fit);
                            moved();
                        },
                        this::find,
                        this::step));
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        message = new Label(this, SWT.WRAP);
        message.setData("id", "preview.message");
        GridData hidden = new GridData(SWT.FILL, SWT.CENTER, true, false);
        hidden.horizontalIndent = 8;
        message.setLayoutData(hidden);
        SashForm sash = new SashForm(this, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        strip = new PageStrip(sash, page -> canvas().goTo(page));
        canvas = new PageCanvas(sash);
        sash.setWeights(LIST, PAGES);
        canvas.onMove(this::moved);
        tell("");
        moved();
        keys(this);
    }

    private PageCanvas canvas() {
        return canvas;
    }

    /** As below, for those who need no cover. */
    public void open(Path opened) {
        open(opened, cover -> {});
    }

    /**
     * Opens a file instead of the one that is shown; the same file anew keeps its place.
     *
     * @param covered gets its first page, small, or none if that is damaged; not called if another file is opened meanwhile
     */
    void open(Path opened, Consumer<Optional<Cover>> covered) {
        int number = ++asked;
        String title = Messages.of("preview.loading", opened.getFileName());
        tell(canvas.pages().isEmpty() ? title : "");
        work.quietly(
                title,
                progress -> read(opened),
                read -> {
                    if (number != asked || isDisposed()) {
                        read.pages().close();
                        return;
                    }
                    opened(opened, read.pages());
                    covered.accept(read.cover());
                },
                problem -> {
                    if (number == asked && !isDisposed()) {
                        show(Optional.empty());
                        tell(problem.message());
                    }
                });
    }

    private record Read(PdfPages pages, Optional<Cover> cover) {}

    private static Read read(Path file) throws PreviewException {
        PdfPages pages = PdfPages.open(file);
        try {
            return new Read(pages, Optional.of(Cover.of(pages)));
        } catch (PreviewException | OutOfMemoryError e) {
            // the page says so itself
            return new Read(pages, Optional.empty());
        }
    }

    /** @param why there is nothing to show; may be empty */
    public void clear(String why) {
        asked++;
        file = Optional.empty();
        tell(why);
        show(Optional.empty());
    }

    /** @param listener told the id of a figure that was clicked, or chosen by the keyboard */
    public void onFigure(Consumer<String> listener) {
        canvas.onFigure(listener);
    }

    /** @param listener told whether there are pages, whenever others are shown */
    void onShow(Consumer<Boolean> listener) {
        shown = listener;
    }

    /** Puts the cursor into the search field. */
    public void search() {
        bar.search();
    }

    @Override
    public boolean setFocus() {
        return canvas.setFocus();
    }

    private void opened(Path opened, PdfPages pages) {
        boolean again = file.filter(opened::equals).isPresent();
        int page = canvas.page();
        file = Optional.of(opened);
        tell("");
        show(Optional.of(pages));
        if (again && page > 0) {
            canvas.goTo(page);
        }
        if (!bar.wanted().isBlank()) {
            find(bar.wanted());
        }
    }

    private void show(Optional<PdfPages> pages) {
        strip.show(pages);
        canvas.show(pages);
        shown.accept(pages.isPresent());
        bar.found(-1, 0);
        moved();
    }

    private void tell(String words) {
        canvas.instead(words.isEmpty() ? Messages.of("preview.empty") : "");
        message.setText(words);
        message.setVisible(!words.isEmpty());
        ((GridData) message.getLayoutData()).exclude = words.isEmpty();
        layout();
    }

    private void moved() {
        bar.show(canvas.page(), canvas.pageLayout().count(), canvas.zoom(), canvas.fit());
        strip.current(canvas.page());
    }

    private void find(String words) {
        Optional<PdfPages> pages = canvas.pages();
        if (pages.isEmpty()) {
            return;
        }
        if (words.isBlank()) {
            found(List.of());
            return;
        }
        work.quietly(Messages.of("search"), progress -> pages.get().find(words), hits -> {
            if (!isDisposed() && canvas.pages().equals(pages) && words.equals(bar.wanted())) {
                found(hits);
            }
        });
    }

    private void found(List<Hit> hits) {
        int from = canvas.page();
        canvas.hits(hits);
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).page() >= from) {
                canvas.hit(i);
                bar.found(i, hits.size());
                return;
            }
        }
        if (!hits.isEmpty()) {
            canvas.hit(0);
        }
        bar.found(canvas.hit(), hits.size());
    }

    private void step(int by) {
        int count = canvas.hits().size();
        if (count > 0) {
            canvas.hit(Math.floorMod(canvas.hit() + by, count));
            bar.found(canvas.hit(), count);
        }
    }

    private void keys(Control control) {
        control.addListener(SWT.KeyDown, this::key);
        if (control instanceof Composite parent) {
            for (Control child : parent.getChildren()) {
                keys(child);
            }
        }
    }

    private void key(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'f') {
            search();
            event.doit = false;
        } else if (event.keyCode == SWT.F3) {
            step((event.stateMask & SWT.SHIFT) == 0 ? 1 : -1);
            event.doit = false;
        }
    }
}
