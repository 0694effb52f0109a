package org.opbrief.workbench.briefing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.widget.Controls;

/** Asks for a report's parameters, its edition and its language; made from the report's definition. */
public final class ParameterForm extends Composite {

    /** What the imported data have in a column. */
    @FunctionalInterface
    public interface Choices {
        List<String> values(Parameter.DataColumn column) throws StoreException, StatisticsException;
    }

    private final Work work;
    private final Choices choices;
    private final Consumer<RunRequest> run;
    private final ScrolledComposite scroll;
    private final Button button;
    private final List<ParameterField> fields = new ArrayList<>();
    private Optional<ReportInfo> report = Optional.empty();
    private Optional<Combo> edition = Optional.empty();
    private Optional<Combo> language = Optional.empty();

    /** @param run told what the user wants to see */
    public ParameterForm(Composite parent, Work work, Choices choices, Consumer<RunRequest> run) {
        super(parent, SWT.NONE);
        this.work = work;
        this.choices = choices;
        this.run = run;
        setData("id", "form");
        var grid = Widgets.grid(1, 0);
        grid.marginRight = 10;
        grid.marginBottom = 8;
        setLayout(grid);
        scroll = new ScrolledComposite(this, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scroll.addListener(SWT.Resize, event -> fit());
        button = new Button(this, SWT.PUSH);
        button.setData("id", "form.run");
        button.setText(Messages.of("form.run"));
        GridData last = new GridData(SWT.FILL, SWT.CENTER, true, false);
        last.horizontalIndent = 10;
        last.verticalIndent = 4;
        button.setLayoutData(last);
        button.addListener(SWT.Selection, event -> run());
        clear();
    }

    /**
     * Asks for another report.
     *
     * @param preferred edition that it starts with if it has it
     */
    public void show(ReportInfo shown, Optional<String> preferred) {
        report = Optional.of(shown);
        Composite form = begin();
        Label title = new Label(form, SWT.WRAP);
        title.setText(shown.title());
        title.setFont(Widgets.font(title, 1.2, SWT.BOLD));
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        for (Parameter parameter : shown.parameters()) {
            ParameterField field = new ParameterField(form, parameter, this::run, this::fit);
            fields.add(field);
            parameter.others().ifPresent(column -> offer(field, column));
        }
        List<Edition> editions = shown.editions();
        if (editions.size() > 1) {
            Combo combo = combo(
                    form, "form.edition", editions.stream().map(Edition::label).toList());
            List<String> ids = editions.stream().map(Edition::id).toList();
            combo.select(Math.max(0, preferred.map(ids::indexOf).orElse(0)));
            edition = Optional.of(combo);
        }
        if (shown.languages().size() > 1) {
            language = Optional.of(combo(
                    form,
                    "form.language",
                    shown.languages().stream().map(ParameterForm::language).toList()));
        }
        button.setEnabled(true);
        fit();
    }

    /** Asks for nothing. */
    public void clear() {
        report = Optional.empty();
        Composite form = begin();
        button.setEnabled(false);
        Label hint = new Label(form, SWT.WRAP);
        hint.setText(Messages.of("form.empty"));
        hint.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        fit();
    }

    /** Runs the report, unless a field is wrong: then the first such field is told and gets the cursor. */
    public void run() {
        if (report.isEmpty()) {
            return;
        }
        Optional<ParameterField> wrong = Optional.empty();
        for (ParameterField field : fields) {
            if (!field.check() && wrong.isEmpty()) {
                wrong = Optional.of(field);
            }
        }
        fit();
        if (wrong.isPresent()) {
            wrong.get().focus();
        } else {
            run.accept(request(report.get()));
        }
    }

    private RunRequest request(ReportInfo wanted) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ParameterField field : fields) {
            if (!field.value().isEmpty()) {
                values.put(field.parameter().name(), field.value());
            }
        }
        Optional<String> chosen = edition.map(
                combo -> wanted.editions().get(combo.getSelectionIndex()).id());
        String tag = language.map(combo -> wanted.languages().get(combo.getSelectionIndex()))
                .orElse(wanted.languages().isEmpty() ? "en" : wanted.languages().get(0));
        return new RunRequest(wanted.id(), values, chosen, Locale.forLanguageTag(tag));
    }

    private void offer(ParameterField field, Parameter.DataColumn column) {
        work.quietly(
                Messages.of("form.choices", field.parameter().label()),
                progress -> choices.values(column),
                field::offer,
                // what is offered is a help only: any value may be typed
                problem -> {});
    }

    private Composite begin() {
        fields.clear();
        edition = Optional.empty();
        language = Optional.empty();
        if (scroll.getContent() != null) {
            scroll.getContent().dispose();
        }
        Composite form = new Composite(scroll, SWT.NONE);
        var grid = Widgets.grid(1, 10);
        grid.verticalSpacing = 4;
        form.setLayout(grid);
        scroll.setContent(form);
        return form;
    }

    private Combo combo(Composite form, String label, List<String> items) {
        Label above = new Label(form, SWT.NONE);
        above.setText(Messages.of(label));
        GridData aboveData = new GridData(SWT.FILL, SWT.CENTER, true, false);
        aboveData.verticalIndent = 8;
        above.setLayoutData(aboveData);
        Combo combo = new Combo(form, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setData("id", label);
        items.forEach(combo::add);
        combo.select(0);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Controls.named(combo, Messages.of(label));
        return combo;
    }

    private void fit() {
        Control content = scroll.getContent();
        if (content != null) {
            int width = Math.max(120, scroll.getClientArea().width);
            scroll.setMinSize(120, content.computeSize(width, SWT.DEFAULT).y);
            ((Composite) content).layout(true, true);
        }
    }

    private static String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
