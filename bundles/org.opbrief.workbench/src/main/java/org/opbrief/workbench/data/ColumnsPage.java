package org.opbrief.workbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Mappings.Saved;
import org.opbrief.workbench.widget.Controls;

/** Which columns of a file fill which columns of its data set, to be changed. */
final class ColumnsPage extends WizardPage {
    private final Mappings mappings;
    private final Supplier<List<ImportFile>> files;
    private final Consumer<ImportFile> changed;
    private Combo choice;
    private Table table;
    private Label unused;
    private FieldEditor editor;
    private Button reset;
    private ImportFile file;

    /** @param changed told when the user has said something of a file's columns */
    ColumnsPage(Mappings mappings, Supplier<List<ImportFile>> files, Consumer<ImportFile> changed) {
        super("columns", Messages.get("import.title"), null);
        this.mappings = mappings;
        this.files = files;
        this.changed = changed;
        setDescription(Messages.get("columns.what"));
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(3, false));
        new Label(area, SWT.NONE).setText(Messages.get("columns.file"));
        choice = Controls.id(new Combo(area, SWT.READ_ONLY), "columns.file");
        choice.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        choice.addListener(SWT.Selection, event -> show(files.get().get(choice.getSelectionIndex())));
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.get("columns.table"));
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        table = Controls.id(new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE), "columns.table");
        table.setHeaderVisible(true);
        for (String column : List.of("column", "from", "unit", "sure", "samples")) {
            new TableColumn(table, SWT.NONE).setText(Messages.get("columns." + column));
        }
        GridData big = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
        big.heightHint = 160;
        table.setLayoutData(big);
        table.addListener(SWT.Selection, event -> selected());
        Composite buttons = buttons(area);
        editor = new FieldEditor(area, mappings, this::take);
        editor.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        unused = Controls.id(new Label(area, SWT.WRAP), "columns.unused");
        unused.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        area.setTabList(new Control[] {choice, table, editor, buttons});
        setControl(area);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            table.setFocus();
        }
    }

    private Composite buttons(Composite area) {
        Composite column = new Composite(area, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginHeight = 0;
        column.setLayout(layout);
        column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        button(column, "columns.read", this::read);
        button(column, "columns.save", this::save);
        reset = button(column, "columns.reset", () -> take(file.read(Optional.empty())));
        return column;
    }

    private static Button button(Composite column, String text, Runnable action) {
        Button button = Controls.id(new Button(column, SWT.PUSH), text);
        button.setText(Messages.get(text));
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    /** Shows a file whose data set is known. */
    void show(ImportFile shown) {
        file = shown;
        choice.setItems(files.get().stream().map(ImportFile::name).toArray(String[]::new));
        choice.select(files.get().indexOf(shown));
        table.removeAll();
        columns().forEach(column -> new TableItem(table, SWT.NONE));
        table.select(first());
        fillRows();
        for (TableColumn column : table.getColumns()) {
            column.pack();
            column.setWidth(Math.min(column.getWidth(), Controls.scaled(table, 320)));
        }
        setErrorMessage(null);
    }

    /** The first one that needs a look. */
    private int first() {
        ColumnWords words = new ColumnWords(file);
        return columns().stream()
                .filter(words::isWrong)
                .findFirst()
                .map(columns()::indexOf)
                .orElse(0);
    }

    private DataSet dataSet() {
        return file.dataSet().orElseThrow();
    }

    private List<Column> columns() {
        return dataSet().columns();
    }

    private void take(ImportFile next) {
        file = next;
        changed.accept(next);
        setErrorMessage(null);
        fillRows();
    }

    private void fillRows() {
        ColumnWords words = new ColumnWords(file);
        for (int i = 0; i < columns().size(); i++) {
            Column column = columns().get(i);
            TableItem item = table.getItem(i);
            item.setText(new String[] {
                column.title(), words.from(column), words.unit(column), words.sure(column), words.samples(column)
            });
            item.setFont(
                    file.isChanged(column)
                            ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT)
                            : table.getFont());
            item.setForeground(words.isWrong(column) ? Controls.alarm(table) : table.getForeground());
        }
        List<String> left = words.unused();
        unused.setText(
                left.isEmpty()
                        ? ""
                        : Messages.get("columns.unused", String.join(", ", left))
                                .replace("&", "&&"));
        unused.getParent().layout();
        reset.setEnabled(file.given().isPresent());
        selected();
    }

    private void selected() {
        if (table.getSelectionIndex() >= 0) {
            editor.show(file, columns().get(table.getSelectionIndex()));
        }
    }

    private void read() {
        choose(SWT.OPEN).ifPresent(from -> {
            try {
                take(file.read(Optional.of(mappings.read(from, dataSet()))));
            } catch (ImportException e) {
                setErrorMessage(e.getMessage());
            }
        });
    }

    private void save() {
        choose(SWT.SAVE).ifPresent(to -> {
            Saved said = new Saved(
                    new Mapping(dataSet().id(), file.fields()),
                    file.given().map(Saved::layout).orElse(Map.of()));
            Path beside = to.resolveSibling(to.getFileName() + ".new");
            try {
                Files.writeString(beside, mappings.text(said));
                Files.move(beside, to, StandardCopyOption.REPLACE_EXISTING);
                setErrorMessage(null);
                setMessage(Messages.get("columns.saved", to), INFORMATION);
            } catch (IOException e) {
                setErrorMessage(Messages.get("columns.unsaved", to, FileFaults.reason(e)));
            }
        });
    }

    private Optional<Path> choose(int style) {
        FileDialog dialog = new FileDialog(getShell(), style);
        dialog.setText(Messages.get(style == SWT.SAVE ? "columns.save.title" : "columns.read.title"));
        dialog.setFilterNames(new String[] {Messages.get("columns.yaml")});
        dialog.setFilterExtensions(new String[] {"*.yaml;*.yml"});
        dialog.setOverwrite(true);
        if (style == SWT.SAVE) {
            dialog.setFileName(dataSet().id() + ".yaml");
        }
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
