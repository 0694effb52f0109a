package org.opbrief.workbench.briefing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.settings.Settings;
import org.opbrief.workbench.widget.Controls;

/** The pages and sheets of the briefing that is shown, its print and its export. */
public final class PreviewPart {
    private final Session session;
    private final BriefingDesk desk;
    private final Optional<Settings> settings;
    private PreviewView pages;
    private WorkbookView sheets;
    private Printing printing;
    private Label title;
    private Button print;
    private Button export;
    private Runnable deaf = () -> {};

    @Inject
    public PreviewPart(
            Session session, BriefingDesk desk, @org.eclipse.e4.core.di.annotations.Optional Settings settings) {
        this.session = session;
        this.desk = desk;
        this.settings = Optional.ofNullable(settings);
    }

    @PostConstruct
    void open(Composite parent, Work work) {
        printing = new Printing(work);
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(Widgets.grid(1, 0));
        Composite head = new Composite(area, SWT.NONE);
        GridLayout row = Widgets.grid(3, 0);
        row.marginWidth = 6;
        head.setLayout(row);
        head.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        title = new Label(head, SWT.NONE);
        title.setData("id", "preview.title");
        title.setFont(Widgets.font(title, 1.1, SWT.BOLD));
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        print = button(head, "preview.print", "print.menu", this::print);
        export = button(head, "preview.export", "export.menu", this::export);
        CTabFolder tabs = new CTabFolder(area, SWT.BOTTOM | SWT.FLAT);
        tabs.setData("id", "preview.tabs");
        tabs.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        pages = new PreviewView(tabs, work);
        sheets = new WorkbookView(tabs, work);
        tab(tabs, "preview.tab.pages", pages);
        tab(tabs, "preview.tab.sheets", sheets);
        tabs.setSelection(0);
        pages.onFigure(desk::figure);
        desk.exportedBy(this::export);
        pages.onShow(this::pagesShown);
        deaf = desk.listen(this::told);
        show();
    }

    @Focus
    void focus() {
        pages.setFocus();
    }

    @PreDestroy
    void close() {
        deaf.run();
    }

    /** Asks where to write the briefing, and writes it. */
    void export() {
        desk.result().ifPresent(result -> {
            Path proposed = desk.lastFolder()
                    .or(() -> settings.flatMap(Settings::outputFolder))
                    .orElseGet(() -> session.workspace().resolve("out"));
            ExportDialog dialog = new ExportDialog(
                    export.getShell(),
                    result.briefing().name(),
                    session.formats(),
                    settings.map(Settings::formats).orElse(Set.of()),
                    proposed);
            if (dialog.open() == Window.OK) {
                desk.export(dialog.formats(), dialog.folder());
            }
        });
    }

    /** Asks how to print the pages, and prints them. */
    private void print() {
        desk.pdf()
                .ifPresent(pdf -> printing.ask(
                        print.getShell(), desk.shown().orElseThrow().manifest().title(), pdf));
    }

    private void told(BriefingDesk.Topic topic) {
        if (topic == BriefingDesk.Topic.SHOWN) {
            show();
        }
    }

    /** Pages that cannot be shown cannot be printed. */
    private void pagesShown(boolean any) {
        print.setEnabled(any);
        desk.printedBy(any ? Optional.of(this::print) : Optional.empty());
    }

    private void show() {
        Optional<Written> shown = desk.shown();
        title.setText(shown.map(written -> written.manifest().title()).orElse(""));
        export.setEnabled(desk.result().isPresent());
        Optional<String> report = desk.result().map(result -> result.request().report());
        String none = shown.isPresent() ? Messages.of("pdf.none") : "";
        desk.pdf()
                .ifPresentOrElse(
                        pdf -> pages.open(pdf, cover -> report.ifPresent(id -> desk.cover(id, cover))),
                        () -> pages.clear(none));
        shown.flatMap(written -> written.file("xlsx")).ifPresentOrElse(sheets::open, sheets::clear);
    }

    private static Button button(Composite row, String id, String text, Runnable action) {
        Button button = new Button(row, SWT.PUSH);
        button.setData("id", id);
        button.setText(Messages.of(text));
        Controls.roomy(button);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private static void tab(CTabFolder tabs, String key, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(Messages.of(key));
        item.setControl(control);
    }
}
