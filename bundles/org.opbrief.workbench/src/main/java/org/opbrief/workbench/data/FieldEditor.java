package org.opbrief.workbench.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.FileColumn;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mapping.Constant;
import org.opbrief.api.data.Mapping.FromHeader;
import org.opbrief.api.data.Mapping.NumberUnit;
import org.opbrief.api.data.Mapping.SameUnit;
import org.opbrief.api.data.Mapping.UnitOfRow;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Unit;
import org.opbrief.workbench.widget.Controls;

/** What fills one column of a data set, to be chosen. */
final class FieldEditor extends Composite {
    private final Mappings mappings;
    private final Consumer<ImportFile> changed;
    private final Combo from;
    private final Combo constant;
    private final Combo unit;
    private final List<Optional<Mapping.Field>> sources = new ArrayList<>();
    private final List<Optional<NumberUnit>> units = new ArrayList<>();
    private ImportFile file;
    private Column column;

    /** @param changed gets the file when the user has chosen something else of it */
    FieldEditor(Composite parent, Mappings mappings, Consumer<ImportFile> changed) {
        super(parent, SWT.NONE);
        this.mappings = mappings;
        this.changed = changed;
        GridLayout layout = new GridLayout(6, false);
        layout.marginWidth = 0;
        setLayout(layout);
        from = combo("columns.from", SWT.READ_ONLY);
        constant = combo("columns.value", SWT.NONE);
        unit = combo("columns.unit", SWT.READ_ONLY);
        from.addListener(SWT.Selection, event -> fill(sources.get(from.getSelectionIndex())));
        constant.addListener(SWT.Modify, event -> typed());
        unit.addListener(SWT.Selection, event -> measured());
    }

    private Combo combo(String text, int style) {
        new Label(this, SWT.NONE).setText(Messages.get(text + ".label"));
        Combo made = Controls.id(new Combo(this, SWT.DROP_DOWN | style), text);
        made.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return made;
    }

    /** Shows a column, and how that file fills it. */
    void show(ImportFile of, Column shown) {
        boolean other = column == null || !column.equals(shown) || !file.file().equals(of.file());
        file = of;
        column = shown;
        Optional<Mapping.Field> field = field();
        showSources(field);
        if (other) {
            constant.setItems(column.constraint().vocabulary().stream()
                    .map(Column.Term::value)
                    .toArray(String[]::new));
        }
        Optional<Constant> same = field.filter(Constant.class::isInstance).map(Constant.class::cast);
        constant.setEnabled(same.isPresent());
        if (other || !constant.getText().equals(same.map(Constant::value).orElse(""))) {
            constant.setText(same.map(Constant::value).orElse(""));
        }
        showUnits(field.filter(FromHeader.class::isInstance).map(FromHeader.class::cast));
    }

    private Optional<Mapping.Field> field() {
        return Optional.ofNullable(file.fields().get(column.name()));
    }

    private void showSources(Optional<Mapping.Field> field) {
        sources.clear();
        from.removeAll();
        source(Optional.empty(), Messages.get("columns.none"));
        source(
                field.filter(Constant.class::isInstance).or(() -> Optional.of(new Constant(""))),
                Messages.get("columns.constant"));
        for (FileColumn header : file.beginning().columns()) {
            Mapping.Field chosen = mappings.chosen(column, header.header());
            // what else was said of the header stays as long as it is chosen
            source(
                    field.filter(now -> now instanceof FromHeader given
                                    && given.header().equals(header.header()))
                            .or(() -> Optional.of(chosen)),
                    header.header());
        }
        if (!sources.contains(field)) {
            source(field, ColumnWords.from(field.orElseThrow()));
        }
        from.select(sources.indexOf(field));
    }

    private void source(Optional<Mapping.Field> field, String text) {
        sources.add(field);
        from.add(text);
    }

    private void showUnits(Optional<FromHeader> field) {
        units.clear();
        unit.removeAll();
        boolean measured = field.isPresent() && column.unit().isPresent();
        unit.setEnabled(measured);
        if (!measured) {
            return;
        }
        Unit own = column.unit().orElseThrow();
        measure(Optional.empty(), Messages.get("columns.unit.own", ColumnWords.shown(own)));
        for (Unit other : Unit.known()) {
            if (other.convertsTo(own) && other.inBase().compareTo(own.inBase()) != 0) {
                measure(Optional.of(new SameUnit(other)), ColumnWords.shown(other));
            }
        }
        Optional<NumberUnit> given = field.orElseThrow().unit();
        for (FileColumn header : file.beginning().columns()) {
            if (!header.header().equals(field.orElseThrow().header())) {
                NumberUnit plain = new UnitOfRow(header.header(), Map.of());
                measure(
                        given.filter(now -> now instanceof UnitOfRow row
                                        && row.header().equals(header.header()))
                                .or(() -> Optional.of(plain)),
                        Messages.get("columns.unit.row", header.header()));
            }
        }
        // one that was given by a file may be any
        unit.select(Math.max(0, units.indexOf(given)));
    }

    private void measure(Optional<NumberUnit> given, String text) {
        units.add(given);
        unit.add(text);
    }

    private void fill(Optional<Mapping.Field> field) {
        changed.accept(file.fill(column, field));
    }

    private void typed() {
        if (field().filter(now -> now instanceof Constant same && !same.value().equals(constant.getText()))
                .isPresent()) {
            fill(Optional.of(new Constant(constant.getText())));
        }
    }

    private void measured() {
        FromHeader now = (FromHeader) field().orElseThrow();
        fill(Optional.of(new FromHeader(
                now.header(), units.get(unit.getSelectionIndex()), now.values(), now.dates(), now.separator())));
    }
}
