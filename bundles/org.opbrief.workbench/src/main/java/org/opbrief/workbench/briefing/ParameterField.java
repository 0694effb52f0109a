package org.opbrief.workbench.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.report.Parameter;
import org.opbrief.workbench.widget.Controls;

/** One parameter: its label, its control, and below it what it is for or what is wrong with it. */
final class ParameterField {
    private final Parameter parameter;
    private final Control control;
    private final Label note;
    private final Color calm;
    private boolean wrong;
    /** Values by their place in the list of a combo. */
    private final List<String> values = new ArrayList<>();

    ParameterField(Composite parent, Parameter parameter, Runnable run, Runnable changed) {
        this.parameter = parameter;
        Label label = new Label(parent, SWT.NONE);
        label.setText(
                parameter.required() ? Messages.of("field.label.required", parameter.label()) : parameter.label());
        GridData above = new GridData(SWT.FILL, SWT.CENTER, true, false);
        above.verticalIndent = 8;
        label.setLayoutData(above);
        control = control(parent, run);
        control.setData("id", "parameter." + parameter.name());
        control.setToolTipText(parameter.description().isBlank() ? null : parameter.description());
        control.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Controls.named(control, parameter.label());
        note = new Label(parent, SWT.WRAP);
        note.setData("id", "problem." + parameter.name());
        GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false);
        below.widthHint = 120;
        note.setLayoutData(below);
        calm = note.getForeground();
        explain();
        control.addListener(SWT.Modify, event -> {
            if (wrong) {
                check();
                changed.run();
            }
        });
        control.addListener(SWT.FocusOut, event -> {
            if (!note.isDisposed()) {
                check();
                changed.run();
            }
        });
    }

    Parameter parameter() {
        return parameter;
    }

    /** What the report gets; empty for the default. */
    String value() {
        if (control instanceof Combo combo) {
            int index = combo.getSelectionIndex();
            boolean listed = index >= 0 && combo.getItem(index).equals(combo.getText());
            return listed ? values.get(index) : combo.getText().strip();
        }
        return ((Text) control).getText().strip();
    }

    /** Shows what is wrong with the value; true if nothing is. */
    boolean check() {
        Optional<String> problem = FieldCheck.problem(parameter, value());
        if (problem.isEmpty()) {
            explain();
            return true;
        }
        wrong = true;
        say(Controls.alarm(note), "\u2716 " + problem.get());
        return false;
    }

    void focus() {
        control.setFocus();
    }

    /** Offers what the imported data have, besides what it offers already. */
    void offer(List<String> more) {
        if (control instanceof Combo combo && !combo.isDisposed()) {
            String kept = combo.getText();
            for (String value : more) {
                if (!values.contains(value)) {
                    values.add(value);
                    combo.add(value);
                }
            }
            combo.setText(kept);
        }
    }

    private void explain() {
        wrong = false;
        say(calm, parameter.description());
    }

    private void say(Color color, String words) {
        note.setForeground(color);
        note.setText(words);
        note.setVisible(!words.isEmpty());
        ((GridData) note.getLayoutData()).exclude = words.isEmpty();
    }

    private Control control(Composite parent, Runnable run) {
        if (parameter.choices().isEmpty() && parameter.others().isEmpty() && parameter.type() != ColumnType.BOOLEAN) {
            Text text = new Text(parent, SWT.BORDER);
            text.setMessage(parameter.type() == ColumnType.DATE ? Messages.of("field.date.hint") : "");
            parameter.initial().ifPresent(text::setText);
            text.addListener(SWT.DefaultSelection, event -> run.run());
            return text;
        }
        Combo combo = new Combo(parent, parameter.others().isPresent() ? SWT.DROP_DOWN : SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setVisibleItemCount(16);
        if (!parameter.required() || parameter.initial().isEmpty()) {
            String none = Messages.of(parameter.required() ? "field.choose" : "field.none");
            add(combo, "", parameter.others().isPresent() ? "" : none);
        }
        if (parameter.type() == ColumnType.BOOLEAN) {
            add(combo, "true", Messages.of("field.yes"));
            add(combo, "false", Messages.of("field.no"));
        }
        parameter.choices().forEach(choice -> add(combo, choice.value(), choice.label()));
        combo.select(Math.max(0, values.indexOf(parameter.initial().orElse(""))));
        combo.addListener(SWT.DefaultSelection, event -> run.run());
        return combo;
    }

    private void add(Combo combo, String value, String label) {
        values.add(value);
        combo.add(label);
    }
}
