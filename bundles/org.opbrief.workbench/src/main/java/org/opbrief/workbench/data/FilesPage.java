package org.opbrief.workbench.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.opbrief.api.data.DataSet;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.widget.Controls;

/** Which files, of which data sets, as of which day. */
final class FilesPage extends WizardPage {
    private final Work work;
    private final Recognition recognition;
    private final List<DataSet> dataSets;
    private final Consumer<ImportFile> columns;
    private final List<ImportFile> files = new ArrayList<>();
    private final Set<Path> reading = new LinkedHashSet<>();
    private Table table;
    private Combo choice;
    private DateTime asOf;
    private Button strict;
    private Button add;
    private Button remove;
    private Button look;

    /** @param columns shows the columns of a file whose data set is known */
    FilesPage(Work work, Recognition recognition, Consumer<ImportFile> columns) {
        super("files", Messages.get("import.title"), null);
        this.work = work;
        this.recognition = recognition;
        this.dataSets = recognition.dataSets();
        this.columns = columns;
        setDescription(Messages.get("import.files.what"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(3, false));
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.get("import.files.label"));
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        table = Controls.id(new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI), "import.files");
        table.setHeaderVisible(true);
        for (String column : List.of("import.file", "import.dataset", "import.fit")) {
            TableColumn made = new TableColumn(table, SWT.NONE);
            made.setText(Messages.get(column));
            made.setWidth(Controls.scaled(table, column.equals("import.fit") ? 260 : 200));
        }
        GridData big = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
        big.heightHint = 160;
        table.setLayoutData(big);
        table.addListener(SWT.Selection, event -> selected());
        buttons(area);
        new Label(area, SWT.NONE).setText(Messages.get("import.choice"));
        choice = Controls.id(new Combo(area, SWT.READ_ONLY), "import.dataset");
        dataSets.forEach(dataSet -> choice.add(dataSet.title() + " (" + dataSet.id() + ")"));
        choice.add(Messages.get("import.new"));
        choice.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        choice.addListener(SWT.Selection, event -> chosen());
        new Label(area, SWT.NONE).setText(Messages.get("import.asof"));
        asOf = Controls.id(new DateTime(area, SWT.DATE | SWT.DROP_DOWN | SWT.BORDER), "import.asof");
        asOf.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1));
        strict = Controls.id(new Button(area, SWT.CHECK), "import.strict");
        strict.setText(Messages.get("import.strict"));
        strict.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        setControl(area);
        show();
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible && files.isEmpty()) {
            add.setFocus();
        }
    }

    private void buttons(Composite area) {
        Composite column = new Composite(area, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginHeight = 0;
        column.setLayout(layout);
        column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        add = Controls.id(new Button(column, SWT.PUSH), "import.add");
        add.setText(Messages.get("import.add"));
        add.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        add.addListener(SWT.Selection, event -> browse());
        remove = Controls.id(new Button(column, SWT.PUSH), "import.remove");
        remove.setText(Messages.get("import.remove"));
        remove.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        remove.addListener(SWT.Selection, event -> {
            int[] gone = table.getSelectionIndices();
            for (int i = gone.length - 1; i >= 0; i--) {
                files.remove(gone[i]);
            }
            show();
        });
        look = Controls.id(new Button(column, SWT.PUSH), "import.columns");
        look.setText(Messages.get("import.columns"));
        look.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        look.addListener(SWT.Selection, event -> columns.accept(files.get(table.getSelectionIndex())));
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(Messages.get("import.browse"));
        if (dialog.open() != null) {
            Path folder = Path.of(dialog.getFilterPath());
            add(Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList());
        }
    }

    /** Adds files; their data sets are proposed a moment later. */
    void add(List<Path> added) {
        for (Path file : added) {
            if (files.stream().anyMatch(each -> each.file().equals(file))) {
                continue;
            }
            files.add(new ImportFile(file));
            reading.add(file);
            work.quietly(Messages.get("import.title"), progress -> recognition.of(file), this::recognised);
        }
        if (table != null) {
            show();
        }
    }

    private void recognised(ImportFile seen) {
        reading.remove(seen.file());
        files.replaceAll(each -> each.file().equals(seen.file()) ? each.seen(seen.beginning(), seen.fits()) : each);
        if (table != null && !table.isDisposed()) {
            show();
        }
    }

    /** Takes what the user said of a file's columns. */
    void replace(ImportFile changed) {
        files.replaceAll(each -> each.file().equals(changed.file()) ? changed : each);
        show();
    }

    private void chosen() {
        int chosen = choice.getSelectionIndex();
        Optional<DataSet> dataSet = chosen < dataSets.size()
                ? Optional.of(dataSets.get(chosen))
                : NewDataSetDialog.ask(
                        getShell(), files.get(table.getSelectionIndex()).name(), dataSets);
        if (dataSet.isPresent()) {
            for (int index : table.getSelectionIndices()) {
                files.set(index, files.get(index).as(dataSet.get()));
            }
        }
        show();
    }

    private void choose(DataSet dataSet) {
        boolean begins = dataSet.isUndefined();
        choice.setItem(
                dataSets.size(), begins ? Messages.get("import.new.of", dataSet.id()) : Messages.get("import.new"));
        choice.select(begins ? dataSets.size() : dataSets.indexOf(dataSet));
    }

    private void selected() {
        int index = table.getSelectionIndex();
        remove.setEnabled(index >= 0);
        choice.setEnabled(index >= 0);
        choice.deselectAll();
        if (index >= 0) {
            files.get(index).dataSet().ifPresent(this::choose);
        }
        look.setEnabled(index >= 0 && files.get(index).fit().isPresent());
        tell();
    }

    private void show() {
        int[] selection = table.getSelectionIndices();
        table.removeAll();
        for (ImportFile file : files) {
            new TableItem(table, SWT.NONE).setText(new String[] {
                file.name(), file.dataSet().map(DataSet::title).orElse(""), fit(file)
            });
        }
        table.select(selection);
        if (table.getSelectionIndex() < 0 && !files.isEmpty()) {
            table.select(firstWithout());
        }
        selected();
        setPageComplete(!files.isEmpty() && isAllKnown());
    }

    private boolean isAllKnown() {
        return files.stream().allMatch(file -> file.dataSet().isPresent());
    }

    /** What stands in the way, first of the selected file. */
    private void tell() {
        int index = table.getSelectionIndex();
        Optional<String> complaint =
                index < 0 ? Optional.empty() : files.get(index).beginning().complaint();
        setMessage(null);
        if (complaint.isPresent()) {
            setMessage(complaint.get(), WARNING);
        } else if (!isAllKnown() && reading.isEmpty()) {
            setMessage(Messages.get("import.choose"), WARNING);
        }
    }

    private int firstWithout() {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).dataSet().isEmpty()) {
                return i;
            }
        }
        return 0;
    }

    private String fit(ImportFile file) {
        if (reading.contains(file.file())) {
            return "…";
        }
        if (file.beginning().complaint().isPresent()) {
            return Messages.get("import.fit.unreadable");
        }
        if (file.dataSet().isEmpty()) {
            return Messages.get("import.fit.none");
        }
        if (file.dataSet().get().isUndefined()) {
            return Messages.get("import.fit.new");
        }
        if (file.given().isPresent()) {
            return Messages.get("import.fit.chosen");
        }
        return file.fit()
                .map(fit -> fit.complete()
                        ? Messages.get("import.fit.all", fit.found())
                        : Messages.get(
                                "import.fit.some",
                                fit.found(),
                                fit.dataSet().columns().size()))
                .orElse("");
    }

    List<ImportFile> files() {
        return List.copyOf(files);
    }

    LocalDate asOf() {
        return LocalDate.of(asOf.getYear(), asOf.getMonth() + 1, asOf.getDay());
    }

    boolean isStrict() {
        return strict.getSelection();
    }
}
