package org.opbrief.workbench.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.report.Section.Kind;
import org.opbrief.api.statistics.Answer;
import org.opbrief.workbench.jobs.Job;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.widget.Controls;

/** Asks a data set by what is ticked, and shows the answer as a table and as a chart. */
public final class ExploreView extends Composite {
    private static final int PAUSE_MS = 250;
    private static final List<Kind> KINDS = List.of(Kind.BAR, Kind.LINE);

    private final Session session;
    private final Work work;
    private final Consumer<Question> save;
    private final Runnable asking = this::ask;
    private Combo choice;
    private Table cuts;
    private Table sums;
    private FilterLines filters;
    private Combo kinds;
    private Optional<Kind> kind = Optional.empty();
    private Button saves;
    private Table answer;
    private ChartCanvas chart;
    private Label told;
    private List<DataSet> dataSets = List.of();
    private Optional<DataSet> dataSet = Optional.empty();
    private Optional<Job> job = Optional.empty();

    /** @param save keeps a question as a report */
    ExploreView(Composite parent, Session session, Work work, Consumer<Question> save) {
        super(parent, SWT.NONE);
        this.session = session;
        this.work = work;
        this.save = save;
        setLayout(new GridLayout());
        SashForm sash = new SashForm(this, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        form(sash);
        SashForm results = new SashForm(sash, SWT.VERTICAL);
        answer = Controls.id(new Table(results, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI), "explore.answer");
        answer.setHeaderVisible(true);
        Controls.named(answer, Messages.get("answer.name"));
        chart = Controls.id(new ChartCanvas(results), "explore.chart");
        sash.setWeights(35, 65);
        told = Controls.id(new Label(this, SWT.WRAP), "explore.told");
        told.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Runnable gone = session.listen(this::changed);
        addDisposeListener(event -> gone.run());
        fill();
    }

    private void form(Composite parent) {
        Composite form = new Composite(parent, SWT.NONE);
        form.setLayout(new GridLayout());
        label(form, "form.dataset");
        choice = Controls.id(new Combo(form, SWT.READ_ONLY), "explore.dataset");
        choice.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        choice.addListener(SWT.Selection, event -> choose(dataSets.get(choice.getSelectionIndex())));
        label(form, "form.measures");
        sums = ticks(form, "explore.measures");
        label(form, "form.by");
        cuts = ticks(form, "explore.by");
        label(form, "form.filters");
        filters = new FilterLines(form, this::askSoon);
        filters.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        chartLine(form);
    }

    private void chartLine(Composite form) {
        Composite line = new Composite(form, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        line.setLayout(layout);
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        label(line, "form.kind");
        kinds = Controls.id(new Combo(line, SWT.READ_ONLY), "explore.kind");
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = 70;
        kinds.setLayoutData(wide);
        KINDS.forEach(each -> kinds.add(Messages.get("kind." + each)));
        kinds.addListener(SWT.Selection, event -> {
            kind = Optional.of(KINDS.get(kinds.getSelectionIndex()));
            askSoon();
        });
        saves = Controls.id(new Button(line, SWT.PUSH), "explore.save");
        saves.setText(Messages.get("form.save"));
        saves.setEnabled(false);
        saves.addListener(SWT.Selection, event -> question().ifPresent(save));
    }

    private static void label(Composite form, String key) {
        new Label(form, SWT.NONE).setText(Messages.get(key));
    }

    private Table ticks(Composite form, String id) {
        Table table = Controls.id(new Table(form, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION), id);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = 90;
        table.setLayoutData(data);
        table.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                askSoon();
            }
        });
        return table;
    }

    private void changed(Change change) {
        if (change == Change.DATA && session.catalog().dataSets().equals(dataSets)) {
            askSoon();
        } else {
            fill();
        }
    }

    private void fill() {
        dataSets = session.isOpen() ? session.catalog().dataSets() : List.of();
        choice.removeAll();
        dataSets.forEach(each -> choice.add(each.title()));
        Optional<DataSet> same = dataSet.filter(dataSets::contains);
        if (same.isPresent()) {
            choice.select(dataSets.indexOf(same.get()));
        } else {
            dataSet = Optional.empty();
            cuts.removeAll();
            sums.removeAll();
            filters.setColumns(List.of());
            clear(Messages.get("told.choose"));
        }
    }

    /** Begins with a data set that is chosen elsewhere, unless the user has chosen one here. */
    void offer(String id) {
        if (dataSet.isEmpty()) {
            dataSets.stream().filter(each -> each.id().equals(id)).findFirst().ifPresent(offered -> {
                choice.select(dataSets.indexOf(offered));
                choose(offered);
            });
        }
    }

    private void choose(DataSet chosen) {
        dataSet = Optional.of(chosen);
        fill(sums, Question.sums(chosen), Question.Sum::title);
        fill(cuts, Question.cuts(chosen), Question.Cut::title);
        filters.setColumns(chosen.columns());
        sums.getItem(0).setChecked(true);
        Question.first(chosen).ifPresent(cut -> cuts.getItem(cut).setChecked(true));
        ask();
    }

    private static <T> void fill(Table table, List<T> things, Function<T, String> title) {
        table.removeAll();
        for (T thing : things) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(title.apply(thing));
            item.setData(thing);
        }
    }

    private static <T> List<T> ticked(Table table, Class<T> type) {
        List<T> ticked = new ArrayList<>();
        for (TableItem item : table.getItems()) {
            if (item.getChecked()) {
                ticked.add(type.cast(item.getData()));
            }
        }
        return ticked;
    }

    private Optional<Question> question() {
        List<Question.Sum> measures = ticked(sums, Question.Sum.class);
        return dataSet.filter(of -> !measures.isEmpty())
                .map(of -> new Question(
                        of,
                        ticked(cuts, Question.Cut.class),
                        measures,
                        filters.filters(),
                        // over time a line, if the user has not chosen
                        kind.orElse(Kind.LINE)));
    }

    private void askSoon() {
        getDisplay().timerExec(PAUSE_MS, asking);
    }

    private void ask() {
        if (isDisposed()) {
            return;
        }
        Optional<Question> question = question();
        saves.setEnabled(question.isPresent());
        kinds.setEnabled(question.map(Question::by).filter(Question::canBeLine).isPresent());
        kinds.select(KINDS.indexOf(question.map(Question::kind).orElse(Kind.BAR)));
        if (question.isEmpty()) {
            clear(Messages.get(dataSet.isEmpty() ? "told.choose" : "told.measure"));
            return;
        }
        told.setText(Messages.get("told.asking"));
        Job[] own = new Job[1];
        own[0] = work.quietly(
                Messages.get("told.asking"),
                progress -> session.answer(question.get().query()),
                answered -> {
                    if (!isDisposed() && job.filter(each -> each == own[0]).isPresent()) {
                        show(answered, question.get());
                    }
                },
                problem -> {
                    if (!isDisposed() && job.filter(each -> each == own[0]).isPresent()) {
                        clear(problem.message());
                    }
                });
        job = Optional.of(own[0]);
    }

    private void clear(String sentence) {
        answer.removeAll();
        chart.show(ChartContent.NONE);
        told.setText(sentence);
        layout(true, true);
    }

    private void show(Answer answered, Question question) {
        AnswerText text = new AnswerText(answered.table());
        int columns = answered.table().columns().size();
        answer.setRedraw(false);
        answer.removeAll();
        for (TableColumn column : answer.getColumns()) {
            column.dispose();
        }
        for (int i = 0; i < columns; i++) {
            TableColumn column = new TableColumn(answer, text.isRight(i) ? SWT.RIGHT : SWT.LEFT);
            column.setText(text.title(i));
        }
        // what the native table widens
        new TableColumn(answer, SWT.LEFT).setWidth(8);
        for (int row = 0; row < answered.table().rowCount(); row++) {
            TableItem item = new TableItem(answer, SWT.NONE);
            for (int i = 0; i < columns; i++) {
                item.setText(i, text.cell(row, i));
            }
        }
        for (int i = 0; i < columns; i++) {
            answer.getColumn(i).pack();
            answer.getColumn(i).setWidth(answer.getColumn(i).getWidth() + 16);
        }
        answer.setRedraw(true);
        chart.show(new ChartBuilder(question, answered.table()).build());
        int rows = answered.table().rowCount();
        told.setText(Messages.get(
                rows == Question.ROWS ? "told.cut" : "told.rows",
                rows,
                answered.passport().rows()));
        layout(true, true);
    }

    @Override
    public boolean setFocus() {
        return choice.setFocus();
    }
}
