package org.opbrief.workbench.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    private final List<DataQuery> asked = new CopyOnWriteArrayList<>();
    private final List<Question> saved = new CopyOnWriteArrayList<>();
    private TestWindow window;

    private static Column column(String name, String title, ColumnType type, int scale, Optional<Unit> unit) {
        return new Column(name, title, "", type, scale, unit, Reading.PLAIN, Constraint.NONE);
    }

    /** Answers each question alike. */
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
                    new org.opbrief.api.statistics.Table(
                            List.of(
                                    new org.opbrief.api.statistics.Table.Column(
                                            "drug", "Drug", ColumnType.TEXT, Optional.empty(), 0, false),
                                    new org.opbrief.api.statistics.Table.Column(
                                            "sum_mass_kg",
                                            "Sum of Mass",
                                            ColumnType.DECIMAL,
                                            Optional.of(Unit.KILOGRAM),
                                            1,
                                            true)),
                            List.of(
                                    List.of("Methamphetamine", new BigDecimal("41277.25")),
                                    List.of("Cocaine", new BigDecimal("12950")),
                                    List.of("Fentanyl", new BigDecimal("2948.4")))),
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
        window = new TestWindow(1100, 640);
        new ExploreView(
                window.shell(),
                new Fakes()
                        .with(ReportCatalog.class, new Fakes.Catalog(List.of(SET)))
                        .with(Statistics.class, new Answers())
                        .session(new FakeStore(), new FakePacks()),
                window.work(),
                saved::add);
        window.open();
        Combo choice = window.find(Combo.class, "explore.dataset");
        choice.select(0);
        choice.notifyListeners(SWT.Selection, new Event());
        window.until("answer", () -> table("explore.answer").getItemCount() == 3);
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
        assertEquals(
                new BarChart.Bar("Cocaine", new BigDecimal("12950"), "12,950.0"),
                window.find(BarChart.class, "explore.chart").bars().get(1));
        assertEquals(
                "3 rows in the answer, computed from 12,608 rows of data.",
                window.find(Label.class, "explore.told").getText());
        window.shoot("explore");
    }

    @Test
    void ticksAndFiltersBecomeOneQueryAndTheDefinitionOfAReport() {
        tick("explore.measures", 0);
        tick("explore.measures", 1);
        tick("explore.by", 1);
        window.find(Combo.class, "explore.filter.column.0").select(1);
        window.find(Text.class, "explore.filter.value.0").setText("fentanyl, \"ice\"");
        window.until("query", () -> !asked.get(asked.size() - 1).where().isEmpty());
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
                        + "      sum_mass_kg: {of: sum(mass_kg), title: \"Sum of Mass\", decimals: 2}\n"),
                yaml);
    }
}
