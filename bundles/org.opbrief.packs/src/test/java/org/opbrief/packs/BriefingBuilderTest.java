package org.opbrief.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Batch;
import org.opbrief.api.report.Block;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.Section;
import org.opbrief.api.report.SectionKind;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.FigureRequest;

class BriefingBuilderTest {

    private static final Map<String, String> PACK = Map.of(
            "datasets/visit.yaml",
            """
            id: visit
            title: Visits
            columns:
              place: {title: Place, vocabulary: {port: The Port, airport: Airport}}
              day: {title: Day, type: date}
              people: {title: People, type: integer}
            """,
            "factors/load.yaml",
            """
            model: load
            unit: kg
            terms: {people: {unit: count, times: [each]}}
            sets:
              usual: {title: Usual, from: 2020-01-01, source: Counted, factors: {each: 80}}
              light: {title: Light, from: 2020-01-01, source: Guessed, factors: {each: 60}}
            """,
            "reports/visits/report.yaml",
            """
            id: visits
            title: {place: Visits to $place, otherwise: All visits}
            subtitle: since $since
            name: Visits, $place
            parameters:
              place: {label: Place, choices: visit.place}
              since: {label: First day, type: date, default: 2020-01-01}
            queries:
              by_place:
                from: visit
                where: {place: $place, day: {at_least: $since}, any: [{people: {above: 1}}, {place: $place}]}
                by: place
                measures: {visits: {of: count(), where: {place: {not: [$place]}}}}
            figures:
              visits: {label: "Visits, $place", of: by_place, wording: rounded}
              before: {label: Before, of: by_place, where: {place: port}}
              change: {label: Change, change: {from: before, to: visits}}
              twice: {label: Twice, share: {part: change, whole: visits}}
              load: {label: Load, factors: load, from: {people: visits}, when: place}
            sections:
              - headline: [visits, change, load]
              - {title: "In $place", text: text.md, when: place}
              - {title: Rise, text: rise.md, when: {figure: change, above: 0}}
              - {title: Table, table: {query: by_place, note: "Since $since."}}
              - chart: {query: by_place, kind: line, x: place, y: visits, alt: "A line since $since."}
              - figures: {columns: [All, "$place"], rows: {Visits: [visits, load]}}
              - {title: Sources, sources: {}}
            """,
            "reports/visits/text.md",
            "{{load}} in {{$place}}",
            "reports/visits/rise.md",
            "{{change}} more",
            "reports/visits/text_es.md",
            "{{load}} en {{$place}}",
            "reports/visits/rise_es.md",
            "{{change}} más");

    private static final Batch OLD = FakeStore.batch(1, "visit", "2023-01-31");
    private static final Batch NEW = FakeStore.batch(2, "visit", "2023-05-01");

    private final Contents contents =
            Contents.of(List.of(new MemoryContent("pack", PACK)), RegisteredReports.Brought.NOTHING);
    private final Report report = contents.reports().get(0);
    private final FakeCalculation calculation = new FakeCalculation(List.of(OLD, NEW), contents.factorSets());

    @Test
    void aBriefingHasTheNameTitleAndDateOfItsDataAndParameters() throws Exception {
        Briefing briefing = build(Map.of("place", "port", "since", "2022-05-01"));
        assertEquals("visits-the-port", briefing.name());
        assertEquals("Visits to The Port", briefing.title());
        assertEquals("since 2022-05-01", briefing.subtitle());
        assertEquals(LocalDate.of(2023, 5, 1), briefing.asOf());
        assertEquals(Map.of("Place", "The Port", "First day", "2022-05-01"), briefing.parameters());
        assertEquals(List.of(OLD, NEW), briefing.batches());
        assertEquals(
                List.of("usual", "light"),
                briefing.factorSets().stream().map(FactorSet::id).toList());
    }

    @Test
    void aParameterWithoutValueLeavesNoTrace() throws Exception {
        Briefing briefing = build(Map.of("since", "2020-01-01"));
        assertEquals("visits", briefing.name());
        assertEquals("All visits", briefing.title());
        assertEquals(Map.of("First day", "2020-01-01"), briefing.parameters());
        DataQuery query = (DataQuery) calculation.queries.get(0);
        assertEquals(List.of(new Condition.Test("day", Operator.AT_LEAST, List.of("2020-01-01"))), query.where());
        assertEquals(List.of(), query.measures().get(0).where());
        assertEquals("Visits,", calculation.requests.get(0).label());
    }

    @Test
    void parametersStandInConditions() throws Exception {
        build(Map.of("place", "port", "since", "2020-01-01"));
        DataQuery query = (DataQuery) calculation.queries.get(0);
        Condition port = new Condition.Test("place", Operator.IN, List.of("port"));
        assertEquals(
                List.of(
                        port,
                        new Condition.Test("day", Operator.AT_LEAST, List.of("2020-01-01")),
                        new Condition.AnyOf(List.of(new Condition.Test("people", Operator.ABOVE, List.of("1")), port))),
                query.where());
        assertEquals(
                List.of(new Condition.Test("place", Operator.NOT_IN, List.of("port"))),
                query.measures().get(0).where());
    }

    @Test
    void figuresAreWordedAndThoseOfOtherCasesAreNotAsked() throws Exception {
        Briefing briefing = build(Map.of("since", "2020-01-01"));
        assertEquals(
                List.of("visits", "before", "change", "twice"),
                briefing.figures().stream().map(Figure::id).toList());
        assertEquals("about 7", briefing.figure("visits").orElseThrow().words());
        assertEquals(List.of("visits", "change"), ((Section.Headline) section(briefing, 0)).figures());
    }

    @Test
    void aFigureInPercentOfZeroIsLeftOutWithAllThatBuildsOnIt() throws Exception {
        calculation.values.put("before", "0");
        Briefing briefing = build(Map.of("since", "2020-01-01"));
        assertEquals(
                List.of("visits", "before"),
                calculation.requests.stream().map(FigureRequest::id).toList());
        assertEquals(List.of("visits"), ((Section.Headline) section(briefing, 0)).figures());
        assertEquals("Table", section(briefing, 1).title());
    }

    @Test
    void sectionsFollowTheDefinition() throws Exception {
        Briefing briefing = build(Map.of("place", "airport", "since", "2020-01-01"));
        assertEquals(
                List.of("", "In Airport", "Rise", "Table", "", "", "Sources"),
                briefing.sections().stream().map(Section::title).toList());
        Section.TableSection table = (Section.TableSection) section(briefing, 3);
        assertEquals("by_place", table.id());
        assertEquals("Since 2020-01-01.", table.note());
        Section.Chart chart = (Section.Chart) section(briefing, 4);
        assertEquals("by_place_chart", chart.id());
        assertEquals("A line since 2020-01-01.", chart.description());
        assertEquals(1, calculation.queries.size(), "one query, although a table and a chart show it");
        Section.FigureTable figures = (Section.FigureTable) section(briefing, 5);
        assertEquals(List.of("All", "Airport"), figures.columns());
        assertEquals(
                List.of(Optional.of("visits"), Optional.of("load")),
                figures.rows().get(0).figures());
    }

    @Test
    void whatItsSectionsWillShowIsToldBeforeItIsRun() {
        assertEquals(
                List.of(
                        SectionKind.HEADLINE,
                        SectionKind.TEXT,
                        SectionKind.TEXT,
                        SectionKind.TABLE,
                        SectionKind.LINE_CHART,
                        SectionKind.TABLE,
                        SectionKind.SOURCES),
                report.info().sections());
    }

    @Test
    void textsAreReadInTheLanguageThatIsWanted() throws Exception {
        assertEquals(List.of("en", "es"), report.info().languages());
        Map<String, String> parameters = Map.of("place", "port", "since", "2020-01-01");
        assertEquals(
                "reports/visits/text.md: {{load}} in {{$place}} {place=The Port, since=2020-01-01} en",
                text(build(parameters), 1));
        assertEquals(
                "reports/visits/text_es.md: {{load}} en {{$place}} {place=The Port, since=2020-01-01} es",
                text(report.build(context(parameters, Locale.forLanguageTag("es"), new FakeStore(OLD))), 1));
    }

    @Test
    void withoutDataTheMessageSaysWhatToImport() {
        ReportException e = assertThrows(
                ReportException.class,
                () -> report.build(
                        context(Map.of(), Locale.ENGLISH, new FakeStore(FakeStore.batch(1, "x", "2023-01-31")))));
        assertEquals("There are no data for the report 'visits' yet: import a file as 'visit'.", e.getMessage());
    }

    @Test
    void withoutAnyRowTheMessageSaysWhatWasAskedFor() {
        FakeCalculation empty = new FakeCalculation(List.of(), contents.factorSets());
        ReportException e = assertThrows(
                ReportException.class,
                () -> report.build(new ReportContext(
                        new FakeStore(OLD),
                        empty,
                        contents.dataSets(),
                        new FakeProse(),
                        Map.of("place", "port"),
                        report.info().editions().get(0),
                        Locale.ENGLISH)));
        assertEquals(
                "The report 'visits' finds no rows for Place 'The Port': check how the imported data write it, or"
                        + " import the data that it is about.",
                e.getMessage());
    }

    private Briefing build(Map<String, String> parameters) throws ReportException {
        return report.build(context(parameters, Locale.ENGLISH, new FakeStore(OLD, NEW)));
    }

    private ReportContext context(Map<String, String> parameters, Locale language, FakeStore store) {
        return new ReportContext(
                store,
                calculation,
                contents.dataSets(),
                new FakeProse(),
                parameters,
                report.info().editions().get(0),
                language);
    }

    private static Section section(Briefing briefing, int index) {
        return briefing.sections().get(index);
    }

    private static String text(Briefing briefing, int index) {
        Block.Paragraph paragraph = (Block.Paragraph)
                ((Section.Text) section(briefing, index)).blocks().get(0);
        return paragraph.spans().get(0).text();
    }
}
