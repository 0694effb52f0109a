package org.opbrief.workbench.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.Unit;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Statistics;
import org.opbrief.workbench.Fakes;
import org.opbrief.workbench.TestWindow;
import org.opbrief.workbench.data.FakeStore;
import org.opbrief.workbench.packs.FakePacks;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class ExploreViewTest {
    private static final DataSet SET = new DataSet(
            "seizure",
            "Drug seizures",
            "",
            "",
            List.of(
                    column("drug", "Drug", ColumnType.TEXT, 0, Optional.empty()),
                    column("seized", "Seized", ColumnType.DATE, 0, Optional.empty()),
                    column("mass_kg", "Mass", ColumnType.DECIMAL, 3, Optional.of(Unit.KILOGRAM))),
            List.of(),
            List.of());

    private static final org.opbrief.api.statistics.Table.Column SUM = new org.opbrief.api.statistics.Table.Column(
            "sum_mass_kg", "Sum of Mass", ColumnType.DECIMAL, Optional.of(Unit.KILOGRAM), 1, true);

    private final List<DataQuery> asked = new CopyOnWriteArrayList<>();
    private final List<Question> saved = new CopyOnWriteArrayList<>();
    private TestWindow window;

    private static Column column(String name, String title, ColumnType type, int scale, Optional<Unit> unit) {
        return new Column(name, title, "", type, scale, unit, Reading.PLAIN, Constraint.NONE);
    }

    private static org.opbrief.api.statistics.Table byDrug() {
        return new org.opbrief.api.statistics.Table(
                List.of(answered("drug", "Drug", ColumnType.TEXT), SUM),
                List.of(
                        List.of("Methamphetamine", new BigDecimal("41277.25")),
                        List.of("Cocaine", new BigDecimal("12950")),
                        List.of("Fentanyl", new BigDecimal("2948.4"))));
    }

    private static org.opbrief.api.statistics.Table byDrugAndYear() {
        return new org.opbrief.api.statistics.Table(
                List.of(
                        answered("drug", "Drug", ColumnType.TEXT),
                        answered("seized_year", "Seized by year", ColumnType.INTEGER),
                        SUM),
                List.of(
                        List.of("Cocaine", 2021L, new BigDecimal("7000")),
                        List.of("Cocaine", 2022L, new BigDecimal("5950")),
                        List.of("Fentanyl", 2022L, new BigDecimal("2948.4"))));
    }

    private static org.opbrief.api.statistics.Table.Column answered(String name, String title, ColumnType type) {
        return new org.opbrief.api.statistics.Table.Column(name, title, type, Optional.empty(), 0, false);
    }

    /** Answers by drug, or by drug and year. */
    private final class Answers implements Statistics, Statistics.Calculation {
        @Override
        public Calculation over(Store store, List<DataSet> dataSets, List<FactorSet> factorSets) {
            return this;
        }

        @Override
        public void check(Query.Sql query, List<DataSet> dataSets) {}

        @Override
        public Answer answer(Query query) {
            asked.add((DataQuery) query);
            return new Answer(
                    ((DataQuery) query).by().size() == 2 ? byDrugAndYear() : byDrug(),
                    new Passport(
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(),
                            List.of(),
                            12_608,
                            List.of(),
                            Optional.empty()));
        }

        @Override
        public Figure figure(FigureRequest request) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void open() throws Exception {
        show();
        Combo choice = window.find(Combo.class, "explore.dataset");
        choice.select(0);
        choice.notifyListeners(SWT.Selection, new Event());
        window.until("answer", () -> table("explore.answer").getItemCount() == 3);
    }

    private ExploreView show() throws Exception {
        window = new TestWindow(1100, 640);
        ExploreView view = new ExploreView(
                window.shell(),
                new Fakes()
                        .with(ReportCatalog.class, new Fakes.Catalog(List.of(SET)))
                        .with(Statistics.class, new Answers())
                        .session(new FakeStore(), new FakePacks()),
                window.work(),
                saved::add);
        window.open();
        return view;
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Table table(String id) {
        return window.find(Table.class, id);
    }

    private void tick(String id, int row) {
        table(id).getItem(row).setChecked(!table(id).getItem(row).getChecked());
        Event event = new Event();
        event.detail = SWT.CHECK;
        table(id).notifyListeners(SWT.Selection, event);
    }

    @Test
    void whatIsTickedIsAskedAndShownAsTableAndChart() throws Exception {
        assertEquals("Sum of Mass (kg)", table("explore.answer").getColumn(1).getText());
        assertEquals("41,277.3", table("explore.answer").getItem(0).getText(1));
        ChartContent chart = window.find(ChartCanvas.class, "explore.chart").content();
        assertEquals("Sum of Mass (kg): Drug", chart.title());
        assertEquals("Cocaine", chart.categories().get(1));
        assertEquals(
                Optional.of(new BigDecimal("12950")),
                chart.series().get(0).values().get(1));
        assertFalse(window.find(Combo.class, "explore.kind").isEnabled());
        assertEquals(
                "3 rows in the answer, computed from 12,608 rows of data.",
                window.find(Label.class, "explore.told").getText());
        window.shoot("explore");
    }

    @Test
    void itBeginsWithTheDataSetThatIsChosenInTheNavigator() throws Exception {
        window.close();
        ExploreView view = show();
        view.offer("unknown");
        assertEquals("", window.find(Combo.class, "explore.dataset").getText());
        view.offer("seizure");
        window.until("answer", () -> table("explore.answer").getItemCount() == 3);
        assertEquals(
                "Drug seizures", window.find(Combo.class, "explore.dataset").getText());
    }

    @Test
    void ticksAndFiltersBecomeOneQueryAndTheDefinitionOfAReport() {
        tick("explore.measures", 0);
        tick("explore.measures", 1);
        tick("explore.by", 1);
        window.find(Combo.class, "explore.filter.column.0").select(1);
        window.find(Text.class, "explore.filter.value.0").setText("fentanyl, \"ice\"");
        window.until("query", () -> !asked.get(asked.size() - 1).where().isEmpty());
        Combo kind = window.find(Combo.class, "explore.kind");
        assertEquals("Line over time", kind.getText());
        assertTrue(kind.isEnabled());
        DataQuery query = asked.get(asked.size() - 1);
        assertEquals(List.of(new Condition.Test("drug", Operator.IN, List.of("fentanyl", "\"ice\""))), query.where());
        assertEquals(
                List.of("drug", "seized_year"),
                query.by().stream().map(DataQuery.Dimension::name).toList());
        assertEquals(
                List.of("sum_mass_kg"),
                query.measures().stream().map(DataQuery.Measure::name).toList());
        window.click("explore.save");
        String yaml = new ReportYaml(saved.get(0), "mine", "My \"report\"").text();
        assertTrue(
                yaml.contains("    where: {drug: {in: [\"fentanyl\", \"\\\"ice\\\"\"]}}\n"
                        + "    by: [drug, {year: seized, name: seized_year, title: \"Seized by year\"}]\n"
                        + "    measures:\n"
                        + "      sum_mass_kg: {of: sum(mass_kg), title: \"Sum of Mass\", decimals: 2}\n"
                        + "    order: seized_year\n"
                        + "    limit: 500\n"),
                yaml);
        assertTrue(
                yaml.contains("    chart:\n"
                        + "      query: answer\n"
                        + "      kind: line\n"
                        + "      x: seized_year\n"
                        + "      y: sum_mass_kg\n"
                        + "      split: drug\n"
                        + "      alt: \"Sum of Mass for each: Drug, Seized by year."),
                yaml);
        kind.select(0);
        kind.notifyListeners(SWT.Selection, new Event());
        window.click("explore.save");
        yaml = new ReportYaml(saved.get(1), "mine", "Mine").text();
        assertTrue(yaml.contains("      kind: bar\n      x: seized_year\n"), yaml);
    }
}
