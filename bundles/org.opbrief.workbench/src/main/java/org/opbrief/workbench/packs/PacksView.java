package org.opbrief.workbench.packs;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.widget.Controls;

/** The packs that are present, what they bring, and why some are not used. */
public final class PacksView extends Composite {
    private final Session session;
    private final Work work;
    private final PackChanges changes;
    private final Table table;
    private final PackDetails details;
    private final Label told;
    private ToolItem uninstall;
    private List<PackStatus> packs = List.of();

    public PacksView(Composite parent, Session session, Work work) {
        super(parent, SWT.NONE);
        this.session = session;
        this.work = work;
        changes = new PackChanges(getShell(), session, work);
        GridLayout layout = new GridLayout();
        layout.verticalSpacing = 2;
        setLayout(layout);
        bar();
        SashForm sash = new SashForm(this, SWT.VERTICAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = Controls.id(new Table(sash, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER), "packs.table");
        table.setHeaderVisible(true);
        Controls.named(table, Messages.get("packs.name"));
        column("packs.pack", 280);
        column("packs.version", 90);
        column("packs.state", 110);
        column("packs.signer", 200);
        column("packs.reports", 240);
        table.addListener(SWT.Selection, event -> selected());
        table.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                uninstall();
            }
        });
        details = new PackDetails(sash);
        sash.setWeights(3, 2);
        told = Controls.id(new Label(this, SWT.WRAP), "packs.told");
        told.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Runnable gone = session.listen(change -> refresh());
        addDisposeListener(event -> gone.run());
        refresh();
    }

    private void bar() {
        ToolBar bar = new ToolBar(this, SWT.FLAT | SWT.RIGHT | SWT.WRAP);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        item(bar, "install", this::installFiles);
        item(bar, "repository", this::installFrom);
        new ToolItem(bar, SWT.SEPARATOR);
        item(bar, "update", this::updateAll);
        uninstall = item(bar, "uninstall", this::uninstall);
        item(bar, "rollback", changes::rollBack);
        new ToolItem(bar, SWT.SEPARATOR);
        item(bar, "trust", () -> new TrustDialog(getShell(), session, work).open());
    }

    private ToolItem item(ToolBar bar, String id, Runnable action) {
        ToolItem item = Controls.id(new ToolItem(bar, SWT.PUSH), "packs." + id);
        item.setText(Controls.airy(Messages.get("packs." + id)));
        item.setToolTipText(Messages.get("packs." + id + ".tip"));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(Messages.get(title));
        column.setWidth(Controls.scaled(table, width));
    }

    /** Reads the packs again; what is selected stays so. */
    public void refresh() {
        work.quietly(
                Messages.get("packs.reading"),
                progress -> session.isOpen() ? session.packs().list() : List.<PackStatus>of(),
                this::show);
    }

    private void show(List<PackStatus> found) {
        if (isDisposed()) {
            return;
        }
        String before = selection().map(pack -> pack.pack().name()).orElse("");
        packs = List.copyOf(found);
        table.setRedraw(false);
        table.removeAll();
        long rejected = 0;
        for (PackStatus pack : packs) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {
                pack.pack().name(),
                pack.pack().version(),
                PackWords.state(pack),
                PackWords.signer(pack),
                String.join(", ", PackWords.reports(pack))
            });
            if (pack.pack().rejected().isPresent()) {
                rejected++;
                item.setForeground(2, Controls.alarm(table));
            }
            if (pack.pack().name().equals(before)) {
                table.setSelection(item);
            }
        }
        table.setRedraw(true);
        told.setText(
                rejected == 0
                        ? Messages.get("packs.count", packs.size())
                        : Messages.get("packs.count.rejected", packs.size(), rejected));
        selected();
    }

    private Optional<PackStatus> selection() {
        int index = table.getSelectionIndex();
        return index < 0 || index >= packs.size() ? Optional.empty() : Optional.of(packs.get(index));
    }

    private void selected() {
        Optional<PackStatus> pack = selection();
        uninstall.setEnabled(pack.filter(of -> !of.shipped()).isPresent());
        details.show(pack);
    }

    private void installFiles() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(Messages.get("install.title"));
        dialog.setFilterExtensions(new String[] {"*.jar", "*"});
        dialog.setFilterNames(new String[] {Messages.get("packs.filter"), Messages.get("packs.filter.all")});
        if (dialog.open() != null) {
            Path folder = Path.of(dialog.getFilterPath());
            install(Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList());
        }
    }

    /** Shows the plan of installing these files. */
    public void install(List<Path> files) {
        changes.install(files);
    }

    private void installFrom() {
        RepositoryDialog dialog = new RepositoryDialog(getShell(), work, Messages.get("install.title"), true);
        if (dialog.open() == RepositoryDialog.OK) {
            changes.install(dialog.names(), dialog.repositories());
        }
    }

    private void updateAll() {
        RepositoryDialog dialog = new RepositoryDialog(getShell(), work, Messages.get("update.title"), false);
        if (dialog.open() == RepositoryDialog.OK) {
            changes.update(List.of(), dialog.repositories());
        }
    }

    private void uninstall() {
        selection()
                .filter(pack -> !pack.shipped())
                .ifPresent(pack -> changes.uninstall(pack.pack().name()));
    }

    @Override
    public boolean setFocus() {
        return table.setFocus();
    }
}
