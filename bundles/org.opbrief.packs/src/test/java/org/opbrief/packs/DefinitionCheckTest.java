package org.opbrief.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.PackProblem;
import org.opbrief.api.pack.Packs;
import org.opbrief.api.pack.ReportOutline;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.statistics.FactorSet;

/** What an author is told: every file's faults, and nothing that follows from another. */
class DefinitionCheckTest {

    private static final Map<String, String> PACK = Map.of(
            "datasets/visit.yaml",
            """
            id: visit
            title: Visits
            columns:
              place: {title: Place, vocabulary: place}
              day: {title: Day, type: date}
            """,
            "vocabularies/place.yaml",
            """
            port: Port
            airport: Airport
            """,
            "factors/load.yaml",
            """
            model: load
            unit: kg
            terms: {people: {unit: count, times: [each]}}
            sets: {usual: {title: Usual, from: 2020-01-01, source: Counted, factors: {each: 80}}}
            """,
            "reports/visits/report.yaml",
            """
            id: visits
            title: Visits
            needs: visit
            queries:
              by_place: {from: visit, by: place, measures: {visits: count()}}
              days:
                sql: select day from visit
            figures:
              visits: {label: Visits, of: by_place}
              load: {label: Load, factors: load, from: {people: visits}}
            sections:
              - text: text.md
              - text: more.md
              - table: by_place
              - table: days
              - chart: {query: by_place, kind: bar, x: place, y: visits, alt: Bars}
            """,
            "reports/visits/text.md",
            "# In short\n\nThere were {{visits}} visits.\n",
            "reports/visits/text_es.md",
            "# En breve\n\nHubo {{visits}} visitas.\n",
            "reports/visits/more.md",
            "They weigh {{load}}.\n",
            "reports/visits/more_es.md",
            "Pesan {{load}}.\n");

    private static List<String> problems(Map<String, String> pack) {
        return check(Contents.of(List.of(), RegisteredReports.Brought.NOTHING))
                .check(new MemoryContent("example", pack), List.of())
                .stream()
                .map(PackProblem::toString)
                .map(text -> text.replace("OPBRIEF-INF/", ""))
                .toList();
    }

    private static DefinitionCheck check(Contents present) {
        FakePresent fake = new FakePresent(present);
        return new DefinitionCheck(fake, fake, new FakeStatistics(null));
    }

    private static Map<String, String> with(String file, String right, String wrong) {
        Map<String, String> pack = new TreeMap<>(PACK);
        pack.computeIfPresent(file, (name, text) -> text.replace(right, wrong));
        return pack;
    }

    @Test
    void aPackWithoutFaultHasNoProblems() {
        assertEquals(List.of(), problems(PACK));
    }

    @Test
    void theProjectsOwnPacksHaveNoProblems() {
        List<FolderContent> shipped = List.of(
                FolderContent.ofProject("org.opbrief.pack.operations"),
                FolderContent.ofProject("org.opbrief.report.operation"),
                FolderContent.ofProject("org.opbrief.report.border"),
                FolderContent.ofProject("org.opbrief.report.hello"));
        DefinitionCheck check = check(Contents.of(shipped, RegisteredReports.Brought.NOTHING));
        for (FolderContent pack : shipped) {
            assertEquals(List.of(), check.check(pack, List.of()), pack.name());
        }
    }

    @Test
    void everyFileTellsItsFaults() {
        Map<String, String> pack = new TreeMap<>(PACK);
        pack.put("datasets/visit.yaml", PACK.get("datasets/visit.yaml").replace("type: date", "type: day"));
        pack.put("datasets/other.yaml", "id: &a other\ntitle: *a\n");
        pack.put("datasets/bomb.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nid: [*c, *c]\n");
        pack.put("datasets/deep.yaml", "[".repeat(100_000));
        pack.put("vocabularies/place.yaml", "port: !!java.net.URL Port\n");
        pack.put("factors/load.yaml", PACK.get("factors/load.yaml").replace("each: 80", "each: many"));
        pack.put("reports/second/report.yaml", "id: second\ntitel: Second\n");
        assertEquals(
                List.of(
                        "datasets/bomb.yaml: anchors (&) and aliases (*) are not read; write the value where it is"
                                + " needed",
                        "datasets/deep.yaml: is nested too deep",
                        "datasets/other.yaml, line 1: anchors (&) and aliases (*) are not read; write the value where it"
                                + " is needed",
                        "datasets/visit.yaml, line 5: 'day' is not known. There are text, integer, decimal, date and boolean.",
                        "factors/load.yaml, line 4: a number is expected here, not 'many'",
                        "reports/second/report.yaml, line 2: the key 'titel' is not known. Did you mean \"title\"?",
                        "vocabularies/place.yaml, line 1: tags (!) are not read; leave it out"),
                problems(pack));
    }

    @Test
    void partsThatDoNotDependOnEachOtherAllTellTheirs() {
        Map<String, String> pack = with("reports/visits/report.yaml", "by: place", "by: plaice");
        assertEquals(
                List.of(
                        "reports/visits/report.yaml, line 5: the column of visit 'plaice' is not known. Did you mean \"place\"?",
                        "reports/visits/report.yaml, line 7: the parameter 'from' is not known."),
                problems(withText(pack, "reports/visits/report.yaml", "from visit", "from visit where day > :from")));
        assertEquals(
                List.of(
                        "reports/visits/report.yaml, line 15: the query 'day' is not known. Did you mean \"days\"?",
                        "reports/visits/report.yaml, line 16: 'alt' is empty; say what the chart shows, for those who"
                                + " cannot see it"),
                problems(withText(
                        with("reports/visits/report.yaml", "table: days", "table: day"),
                        "reports/visits/report.yaml",
                        "alt: Bars",
                        "alt: ''")));
        assertEquals(
                List.of(
                        "reports/visits/more_es.md, line 1: the figure 'loads' is not known. Did you mean \"load\"?",
                        "reports/visits/text.md, line 3: the figure 'visit' is not known. Did you mean \"visits\"?"),
                problems(withText(
                        with("reports/visits/text.md", "{{visits}}", "{{visit}}"),
                        "reports/visits/more_es.md",
                        "load",
                        "loads")));
    }

    private static Map<String, String> withText(Map<String, String> pack, String file, String right, String wrong) {
        Map<String, String> changed = new TreeMap<>(pack);
        changed.computeIfPresent(file, (name, text) -> text.replace(right, wrong));
        return changed;
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            reports/visits/text_es.md | {{visits}} | muchas | text_es.md: {{visits}} is missing, which text.md tells
            reports/visits/text_es.md | Hubo | {{load}} | text_es.md, line 3: {{load}} is not in text.md; tell it in both or in none
            reports/visits/text_es.md | # En breve | En breve | text_es.md: has 0 headings, text.md 1; a translation has the same parts
            reports/visits/report.yaml | select day | select odd | report.yaml, line 7: Query days: its SQL is odd
            """)
    void aTranslationSaysWhatItsOriginalSaysAndSqlIsPortable(String file, String right, String wrong, String problem) {
        assertEquals(List.of("reports/visits/" + problem), problems(with(file, right, wrong)));
    }

    @Test
    void ifOneTextIsTranslatedAllAre() {
        Map<String, String> pack = new TreeMap<>(PACK);
        pack.remove("reports/visits/more_es.md");
        assertEquals(
                List.of(
                        "reports/visits/more_es.md: is missing: text_es.md is there, and a language counts only if all texts"
                                + " are translated; write it, or leave that one out"),
                problems(pack));
    }

    @Test
    void aFileThatNobodyReadsIsTold() {
        Map<String, String> pack = new TreeMap<>(PACK);
        pack.put("dataset/visit.yaml", "");
        pack.put("datasets/more.yml", "");
        pack.put("reports/visits/reports.yaml", "");
        pack.put("reports/visits/left.md", "");
        pack.put("README.md", "");
        pack.put("reports/visits/seal.png", "");
        assertEquals(
                List.of(
                        "dataset/visit.yaml: is read by nothing; rename it to datasets/visit.yaml",
                        "datasets/more.yml: is read by nothing; rename it to datasets/more.yaml",
                        "reports/visits/left.md: is shown by no section; add {text: left.md}, or remove it",
                        "reports/visits/reports.yaml: is read by nothing; a report's definition is"
                                + " reports/NAME/report.yaml: rename it"),
                problems(pack));
    }

    @Test
    void whatAnotherPackOwnsIsRefusedAndItsOwnEarlierVersionIsNot() {
        MemoryContent other = new MemoryContent("other", PACK);
        assertEquals(
                List.of(
                        "OPBRIEF-INF/datasets/visit.yaml: the data set 'visit' already comes from other; take another id",
                        "OPBRIEF-INF/factors/load.yaml: the factor model 'load' already comes from other; take another id",
                        "OPBRIEF-INF/reports/visits/report.yaml: the report 'visits' already comes from other; take another id"),
                check(Contents.of(List.of(other), RegisteredReports.Brought.NOTHING))
                        .check(new MemoryContent("example", PACK), List.of())
                        .stream()
                        .map(PackProblem::toString)
                        .toList());
        assertEquals(
                List.of(),
                check(Contents.of(List.of(other), RegisteredReports.Brought.NOTHING))
                        .check(other, List.of()));
    }

    @Test
    void dataSetsMayComeAlongAndOutlinesTellWhatLayoutsGet() {
        Map<String, String> data = new TreeMap<>(PACK);
        Map<String, String> report = new TreeMap<>(PACK);
        data.keySet().removeIf(file -> file.startsWith("reports/"));
        report.keySet().removeIf(file -> !file.startsWith("reports/"));
        DefinitionCheck check = check(Contents.of(List.of(), RegisteredReports.Brought.NOTHING));
        PackFiles pack = new MemoryContent("report", report);
        assertEquals(
                "OPBRIEF-INF/reports/visits/report.yaml, line 5: the data set 'visit' is missing; install the pack that"
                        + " brings it",
                check.check(pack, List.of())
                        .get(check.check(pack, List.of()).size() - 1)
                        .toString());
        List<MemoryContent> others = List.of(new MemoryContent("data", data));
        assertEquals(List.of(), check.check(pack, others));
        ReportOutline outline = check.of(pack, others).get(0);
        assertEquals("reports/visits/", outline.folder());
        assertEquals(List.of("visits", "load"), outline.figures());
        assertEquals(
                List.of(
                        new ReportOutline.Table("by_place", List.of("place", "visits")),
                        new ReportOutline.Table("days", List.of())),
                outline.tables());
    }

    private record FakePresent(Contents contents) implements ReportCatalog, Packs {

        @Override
        public List<Report> reports() {
            return contents.reports();
        }

        @Override
        public List<DataSet> dataSets() {
            return contents.dataSets();
        }

        @Override
        public List<FactorSet> factorSets() {
            return contents.factorSets();
        }

        @Override
        public List<InstalledPack> installed() {
            return contents.packs();
        }

        @Override
        public void follow(Optional<Path> workspace) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<InstalledPack> after(Collection<? extends PackFiles> added, Collection<String> removed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Briefing build(Store store, RunRequest request) {
            throw new UnsupportedOperationException();
        }
    }
}
