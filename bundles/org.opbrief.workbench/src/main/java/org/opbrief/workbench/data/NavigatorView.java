package org.opbrief.workbench.data;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Problem;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.widget.Controls;

/** Data sets with how many rows they have, their batches below them, and below those what was rejected. */
public final class NavigatorView extends Composite {
    private static final int REJECTS = 200;

    private final Session session;
    private final Work work;
    private final Consumer<RowsChoice> chosen;
    private final Consumer<List<Path>> importing;
    private final Tree tree;
    private final ToolItem remove;
    private final ToolItem compare;
    private final Label hint;

    /**
     * @param chosen told what is selected
     * @param importing opens the import with these files, or with none
     */
    public NavigatorView(
            Composite parent, Session session, Work work, Consumer<RowsChoice> chosen, Consumer<List<Path>> importing) {
        super(parent, SWT.NONE);
        this.session = session;
        this.work = work;
        this.chosen = chosen;
        this.importing = importing;
        GridLayout layout = new GridLayout();
        layout.verticalSpacing = 2;
        setLayout(layout);
        ToolBar bar = new ToolBar(this, SWT.FLAT | SWT.RIGHT | SWT.WRAP);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        tool(bar, "navigator.import", () -> importing.accept(List.of()));
        remove = tool(bar, "navigator.remove", this::removeSelected);
        compare = tool(bar, "navigator.compare", this::compareSelected);
        tree = Controls.id(new Tree(this, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER), "navigator.tree");
        tree.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        tree.setHeaderVisible(true);
        Controls.named(tree, Messages.get("navigator.name"));
        TreeColumn name = new TreeColumn(tree, SWT.LEFT);
        name.setText(Messages.get("navigator.data"));
        TreeColumn rows = new TreeColumn(tree, SWT.RIGHT);
        rows.setText(Messages.get("navigator.rows"));
        tree.addListener(SWT.Resize, event -> fitColumns());
        tree.addListener(SWT.Selection, event -> selected());
        tree.addListener(SWT.Expand, event -> expanded((TreeItem) event.item));
        tree.addListener(SWT.KeyDown, this::key);
        tree.setMenu(menu());
        hint = Controls.id(new Label(this, SWT.WRAP), "navigator.hint");
        hint.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        Runnable gone = session.listen(change -> refresh());
        addDisposeListener(event -> gone.run());
        refresh();
    }

    private static ToolItem tool(ToolBar bar, String text, Runnable action) {
        ToolItem item = Controls.id(new ToolItem(bar, SWT.PUSH), text);
        item.setText(Controls.airy(Messages.get(text)));
        item.setToolTipText(Messages.get(text + ".tip"));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private Menu menu() {
        Menu menu = new Menu(tree);
        MenuItem comparing = item(menu, "navigator.compare", this::compareSelected);
        MenuItem removing = item(menu, "navigator.remove", this::removeSelected);
        MenuItem saving = item(menu, "navigator.rejects", this::saveRejects);
        menu.addListener(SWT.Show, event -> {
            saving.setEnabled(toCorrect().isPresent());
            comparing.setEnabled(compare.isEnabled());
            removing.setEnabled(remove.isEnabled());
        });
        return menu;
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(Messages.get(text));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.DEL -> removeSelected();
            // GTK wants them with the shift key, other systems without
            case SWT.ARROW_RIGHT -> selection().ifPresent(item -> open(item, true));
            case SWT.ARROW_LEFT -> selection().ifPresent(item -> open(item, false));
            default -> {}
        }
    }

    private void open(TreeItem item, boolean wanted) {
        item.setExpanded(wanted);
        if (wanted) {
            expanded(item);
        }
    }

    private void fitColumns() {
        int all = tree.getClientArea().width;
        int rows = Controls.scaled(tree, 72);
        tree.getColumn(0).setWidth(Math.max(120, all - rows));
        tree.getColumn(1).setWidth(rows);
    }

    /** Reads what there is again. What is open and selected stays so. */
    public void refresh() {
        work.quietly(Messages.get("navigator.reading"), progress -> Inventory.of(session), this::show);
    }

    private void show(Inventory inventory) {
        if (isDisposed()) {
            return;
        }
        Set<String> open = new HashSet<>();
        openKeys(tree.getItems(), open);
        String selection = tree.getSelectionCount() == 0 ? "" : key(tree.getSelection()[0]);
        tree.setRedraw(false);
        tree.removeAll();
        inventory.entries().forEach(this::add);
        restore(tree.getItems(), open, selection);
        tree.setRedraw(true);
        fitColumns();
        boolean nothing =
                inventory.entries().stream().allMatch(entry -> entry.batches().isEmpty());
        hint.setText(Messages.get(
                inventory.entries().isEmpty() ? "navigator.nosets" : nothing ? "navigator.empty" : "navigator.none"));
        ((GridData) hint.getLayoutData()).exclude = hint.getText().isEmpty();
        hint.setVisible(!hint.getText().isEmpty());
        layout(true, true);
        selected();
    }

    private void add(Inventory.Entry entry) {
        TreeItem item = item(null, entry.title(), "%,d".formatted(entry.rows()), entry.id());
        item.setData("choice", new RowsChoice(entry.id(), OptionalLong.empty()));
        item.setData("known", entry.dataSet().isPresent());
        item.setData("entry", entry);
        if (entry.dataSet().isEmpty()) {
            item.setText(0, Messages.get("navigator.unknown", entry.id()));
        }
        for (Batch batch : entry.batches()) {
            TreeItem child = item(item, text(batch), "%,d".formatted(batch.rowsAccepted()), "batch " + batch.id());
            child.setData("choice", new RowsChoice(entry.id(), OptionalLong.of(batch.id())));
            child.setData("known", entry.dataSet().isPresent());
            child.setData("batch", batch);
            if (rejected(batch) > 0) {
                TreeItem rejected = item(
                        child,
                        Messages.get("navigator.rejected"),
                        "%,d".formatted(rejected(batch)),
                        "rejects " + batch.id());
                rejected.setData("rejects", batch);
                rejected.setData("choice", child.getData("choice"));
                rejected.setData("known", child.getData("known"));
                item(rejected, "…", "", "");
            }
        }
    }

    /** How many rejected rows the store lists of it: of those that nobody has corrected, if others may correct them. */
    private static long rejected(Batch batch) {
        return batch.lineage().corrects().isPresent() ? batch.rowsRejected() : batch.rowsOpen();
    }

    private static String text(Batch batch) {
        OptionalLong by = batch.lineage().supersededBy();
        return by.isPresent()
                ? Messages.get("navigator.superseded", batch.id(), batch.file(), by.getAsLong())
                : Messages.get("navigator.batch", batch.id(), batch.file(), batch.asOf());
    }

    private TreeItem item(TreeItem parent, String text, String number, String key) {
        TreeItem item = parent == null ? new TreeItem(tree, SWT.NONE) : new TreeItem(parent, SWT.NONE);
        item.setText(new String[] {text, number});
        item.setData("key", key);
        return item;
    }

    private static String key(TreeItem item) {
        return String.valueOf(item.getData("key"));
    }

    private static void openKeys(TreeItem[] items, Set<String> open) {
        for (TreeItem item : items) {
            if (item.getExpanded()) {
                open.add(key(item));
            }
            openKeys(item.getItems(), open);
        }
    }

    private void restore(TreeItem[] items, Set<String> open, String selection) {
        for (TreeItem item : items) {
            if (open.contains(key(item))) {
                item.setExpanded(true);
                expanded(item);
            }
            if (!selection.isEmpty() && key(item).equals(selection)) {
                tree.setSelection(item);
            }
            restore(item.getItems(), open, selection);
        }
    }

    private void selected() {
        Optional<TreeItem> item = selection();
        remove.setEnabled(item.filter(at -> at.getData("batch") != null).isPresent());
        compare.setEnabled(item.map(NavigatorView::entry)
                .filter(Inventory.Entry::isComparable)
                .isPresent());
        item.filter(at -> Boolean.TRUE.equals(at.getData("known")))
                .ifPresent(at -> chosen.accept((RowsChoice) at.getData("choice")));
    }

    private Optional<TreeItem> selection() {
        return tree.getSelectionCount() == 0 ? Optional.empty() : Optional.of(tree.getSelection()[0]);
    }

    private static Inventory.Entry entry(TreeItem item) {
        return item.getParentItem() == null ? (Inventory.Entry) item.getData("entry") : entry(item.getParentItem());
    }

    private void compareSelected() {
        Optional<TreeItem> item = selection();
        item.map(NavigatorView::entry).filter(Inventory.Entry::isComparable).ifPresent(entry -> {
            Batch last = entry.batches().get(entry.batches().size() - 1);
            Batch wanted = item.map(at -> at.getData("batch") instanceof Batch batch ? batch : last)
                    .orElse(last);
            new CompareDialog(getShell(), session, work, entry.dataSet().orElseThrow(), entry.batches(), wanted).open();
        });
    }

    private void expanded(TreeItem item) {
        if (!(item.getData("rejects") instanceof Batch batch) || item.getData("read") != null) {
            return;
        }
        item.setData("read", true);
        work.quietly(
                Messages.get("navigator.reading"),
                progress -> session.store().rejects(batch.id(), 0, REJECTS),
                problems -> rejects(item, batch, problems));
    }

    private void rejects(TreeItem parent, Batch batch, List<Problem> problems) {
        if (parent.isDisposed()) {
            return;
        }
        TreeItem[] before = parent.getItems();
        for (Problem problem : problems) {
            item(parent, problem.at(batch.place()), "", "");
        }
        long more = rejected(batch) - problems.size();
        if (more > 0 && problems.size() == REJECTS) {
            item(parent, Messages.get("import.more", more), "", "");
        }
        // last, since an item without any would close
        for (TreeItem child : before) {
            child.dispose();
        }
    }

    /** The selected batch, if rows of it are still to be corrected. */
    private Optional<Batch> toCorrect() {
        return selection()
                .map(item -> item.getData(item.getData("batch") == null ? "rejects" : "batch"))
                .map(Batch.class::cast)
                .filter(batch -> batch.rowsOpen() > 0);
    }

    private void saveRejects() {
        toCorrect().ifPresent(batch -> {
            FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
            dialog.setText(Messages.get("navigator.rejects.tip"));
            dialog.setFilterExtensions(new String[] {"*.xlsx", "*.csv"});
            dialog.setFileName("rejects-" + batch.id() + ".xlsx");
            String chosenFile = dialog.open();
            if (chosenFile != null) {
                work.start(
                        Messages.get("navigator.rejects.job", batch.id()),
                        progress -> session.store().writeRejects(batch.id(), Path.of(chosenFile)),
                        rows -> {});
            }
        });
    }

    private void removeSelected() {
        selection()
                .filter(item -> item.getData("batch") != null)
                .map(item -> (Batch) item.getData("batch"))
                .ifPresent(this::remove);
    }

    private void remove(Batch batch) {
        MessageDialog question = new MessageDialog(
                getShell(),
                Messages.get("remove.title"),
                null,
                Messages.get("remove.question", batch.id(), batch.rowsAccepted(), batch.file()),
                MessageDialog.WARNING,
                1,
                Messages.get("remove.yes"),
                Messages.get("remove.no"));
        if (question.open() == 0) {
            work.start(
                    Messages.get("remove.job", batch.id()),
                    progress -> {
                        session.store().remove(batch.id());
                        return batch;
                    },
                    removed -> session.changed(Change.DATA));
        }
    }

    /** Selects a data set. */
    public void choose(String dataSet) {
        for (TreeItem item : tree.getItems()) {
            if (key(item).equals(dataSet)) {
                tree.setSelection(item);
                selected();
            }
        }
    }

    @Override
    public boolean setFocus() {
        return tree.setFocus();
    }
}
