package org.opbrief.workbench.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Headers headers;
    private final List<DataSet> dataSets;
    private final List<ImportFile> files = new ArrayList<>();
    private final Set<Path> reading = new LinkedHashSet<>();
    private Table table;
    private Combo choice;
    private DateTime asOf;
    private Button strict;
    private Button remove;

    FilesPage(Work work, Headers headers, List<DataSet> dataSets) {
        super("files", Messages.get("import.title"), null);
        this.work = work;
        this.headers = headers;
        this.dataSets = List.copyOf(dataSets);
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

    private void buttons(Composite area) {
        Composite column = new Composite(area, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginHeight = 0;
        column.setLayout(layout);
        column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        Button add = Controls.id(new Button(column, SWT.PUSH), "import.add");
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
            files.add(new ImportFile(file, Optional.empty(), Optional.empty()));
            reading.add(file);
            work.quietly(
                    Messages.get("import.title"),
                    progress -> Proposal.of(headers.of(file), dataSets),
                    proposals -> proposed(file, proposals));
        }
        if (table != null) {
            show();
        }
    }

    private void proposed(Path file, List<Proposal> proposals) {
        reading.remove(file);
        Optional<Proposal> best = proposals.stream().findFirst().filter(Proposal::likely);
        files.replaceAll(each -> each.file().equals(file) && each.dataSet().isEmpty()
                ? new ImportFile(file, best.map(Proposal::dataSet), best)
                : each);
        if (table != null && !table.isDisposed()) {
            show();
        }
    }

    private void chosen() {
        for (int index : table.getSelectionIndices()) {
            files.set(index, files.get(index).as(dataSets.get(choice.getSelectionIndex())));
        }
        show();
    }

    private void selected() {
        int index = table.getSelectionIndex();
        remove.setEnabled(index >= 0);
        choice.setEnabled(index >= 0);
        choice.deselectAll();
        if (index >= 0) {
            files.get(index).dataSet().ifPresent(dataSet -> choice.select(dataSets.indexOf(dataSet)));
        }
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
        boolean all = files.stream().allMatch(file -> file.dataSet().isPresent());
        setMessage(null);
        if (dataSets.isEmpty()) {
            setMessage(Messages.get("import.nodatasets"), WARNING);
        } else if (!all && reading.isEmpty()) {
            setMessage(Messages.get("import.choose"), WARNING);
        }
        setPageComplete(!files.isEmpty() && all);
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
        if (file.dataSet().isEmpty()) {
            return reading.contains(file.file()) ? "…" : Messages.get("import.fit.none");
        }
        return file.fit()
                .map(fit -> fit.complete()
                        ? Messages.get("import.fit.all", fit.found())
                        : Messages.get(
                                "import.fit.some",
                                fit.found(),
                                fit.dataSet().columns().size()))
                .orElse(Messages.get("import.fit.chosen"));
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
