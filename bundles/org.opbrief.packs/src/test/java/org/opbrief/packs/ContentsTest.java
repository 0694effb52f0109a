package org.opbrief.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.statistics.FactorSet;

class ContentsTest {

    private static final List<FolderContent> PROJECT = List.of(
            FolderContent.ofProject("org.opbrief.pack.operations"),
            FolderContent.ofProject("org.opbrief.report.operation"),
            FolderContent.ofProject("org.opbrief.report.border"),
            FolderContent.ofProject("org.opbrief.report.hello"));

    private static final String DATA_SET = """
            id: visit
            title: Visits
            columns:
              place: {title: Place, vocabulary: {port: Port, airport: Airport}}
              day: {title: Day, type: date}
              people: {title: People, type: integer}
            """;

    private static final String REPORT = """
            id: visits
            title: Visits
            queries:
              by_place: {from: visit, by: place, measures: {visits: count()}}
            sections:
              - table: by_place
            """;

    @TempDir
    private Path folder;

    @Test
    void allPacksOfTheProjectAreAccepted() {
        Contents contents = Contents.of(PROJECT, RegisteredReports.Brought.NOTHING);
        assertEquals(
                List.of(),
                contents.packs().stream()
                        .map(InstalledPack::rejected)
                        .flatMap(Optional::stream)
                        .toList());
        assertEquals(
                List.of("border", "hello", "operation"),
                contents.reports().stream().map(report -> report.info().id()).toList());
        assertEquals(
                List.of("amo-seizure", "arrest", "border-seizure", "currency", "firearm", "investigation", "seizure"),
                contents.dataSets().stream().map(DataSet::id).toList());
        assertEquals(
                List.of("operation-last-mile", "late-2022"),
                contents.factorSets().stream().map(FactorSet::id).toList());
    }

    @Test
    void columnsHaveTypesUnitsVocabulariesAndWaysToBeRead() {
        Contents contents = Contents.of(PROJECT, RegisteredReports.Brought.NOTHING);
        Column mass = column(contents, "seizure", "mass_kg");
        assertEquals(Optional.of(Unit.KILOGRAM), mass.unit());
        assertEquals(6, mass.scale());
        assertEquals(
                23,
                column(contents, "seizure", "division")
                        .constraint()
                        .vocabulary()
                        .size());
        assertTrue(column(contents, "arrest", "state").constraint().vocabulary().stream()
                .anyMatch(term -> term.value().equals("ND")));
        assertEquals(
                "Khat (Catha Edulis)",
                "Khat (Catha Edulis) **¹[2]"
                        .replaceAll(
                                column(contents, "border-seizure", "drug")
                                        .reading()
                                        .strip()
                                        .orElseThrow(),
                                ""));
        assertTrue(column(contents, "border-seizure", "drug").constraint().open());
        assertFalse(column(contents, "border-seizure", "month").constraint().open());
        assertFalse(column(contents, "seizure", "drug").constraint().open());
    }

    @Test
    void aReportWhoseDataSetIsMissingNamesIt() {
        Contents contents = Contents.of(
                List.of(FolderContent.ofProject("org.opbrief.report.hello")), RegisteredReports.Brought.NOTHING);
        assertEquals(
                "reports/hello/report.yaml, line 6: the data set 'seizure' is missing; install the pack that brings it",
                contents.packs().get(0).rejected().orElseThrow());
        assertEquals(List.of(), contents.reports());
    }

    @Test
    void ofTwoPacksWithOneIdTheEarlierKeepsIt() throws Exception {
        PackFiles first = pack("first", Map.of("datasets/visit.yaml", DATA_SET));
        PackFiles second = pack("second", Map.of("datasets/visit.yaml", DATA_SET));
        Contents contents = Contents.of(List.of(first, second), RegisteredReports.Brought.NOTHING);
        assertEquals(1, contents.dataSets().size());
        assertEquals(
                "datasets/visit.yaml: the data set 'visit' already comes from first; take another id",
                contents.packs().get(1).rejected().orElseThrow());
    }

    @Test
    void aReportOfAPackThatIsRejectedForItsReportLosesItsDataSetsToo() throws Exception {
        PackFiles data = pack(
                "data",
                Map.of("datasets/visit.yaml", DATA_SET, "reports/broken/report.yaml", "id: broken\ntitel: x\n"));
        PackFiles user = pack("user", Map.of("reports/visits/report.yaml", REPORT));
        Contents contents = Contents.of(List.of(user, data), RegisteredReports.Brought.NOTHING);
        assertEquals(List.of(), contents.reports());
        assertEquals(
                2,
                contents.packs().stream()
                        .filter(pack -> pack.rejected().isPresent())
                        .count());
    }

    @Test
    void anIdIsFreeAgainIfThePackThatHadItIsRejected() throws Exception {
        PackFiles broken = pack(
                "broken",
                Map.of("datasets/visit.yaml", DATA_SET, "reports/broken/report.yaml", "id: broken\ntitel: x\n"));
        PackFiles data = pack("data", Map.of("datasets/visit.yaml", DATA_SET));
        PackFiles user = pack("user", Map.of("reports/visits/report.yaml", REPORT));
        Contents contents = Contents.of(List.of(broken, user, data), RegisteredReports.Brought.NOTHING);
        assertEquals(
                List.of("broken"),
                contents.packs().stream()
                        .filter(pack -> pack.rejected().isPresent())
                        .map(InstalledPack::name)
                        .toList());
        assertEquals(1, contents.reports().size());
    }

    @Test
    void aMisspelledKeyIsNamedWithItsLineAndTheRightOne() throws Exception {
        assertRejected(
                REPORT.replace("sections:", "section:"),
                "reports/visits/report.yaml, line 6: the key 'section' is not known. Did you mean \"sections\"?");
    }

    @Test
    void aColumnThatTheDataSetDoesNotHaveIsNamed() throws Exception {
        assertRejected(
                REPORT.replace("by: place", "by: plcae"),
                "reports/visits/report.yaml, line 4: the column of visit 'plcae' is not known. Did you mean \"place\"?");
    }

    @Test
    void aSumOfWordsIsRefused() throws Exception {
        assertRejected(
                REPORT.replace("count()", "sum(place)"),
                "reports/visits/report.yaml, line 4: the column 'place' does not hold numbers");
    }

    @Test
    void aValueOutsideTheVocabularyIsRefused() throws Exception {
        assertRejected(
                REPORT.replace("from: visit,", "from: visit, where: {place: prot},"),
                "reports/visits/report.yaml, line 4: the value of place 'prot' is not known. Did you mean \"port\"?");
    }

    @Test
    void anchorsAndTagsAreNotRead() throws Exception {
        assertRejected(
                REPORT.replace("title: Visits", "title: &a Visits"),
                "reports/visits/report.yaml, line 2: anchors (&) and aliases (*) are not read; write the value where it"
                        + " is needed");
        assertRejected(
                REPORT.replace("title: Visits", "title: !!java.net.URL x"),
                "reports/visits/report.yaml, line 2: tags (!) are not read; leave it out");
    }

    private void assertRejected(String report, String reason) throws Exception {
        PackFiles pack = pack("p", Map.of("datasets/visit.yaml", DATA_SET, "reports/visits/report.yaml", report));
        assertEquals(
                reason,
                Contents.of(List.of(pack), RegisteredReports.Brought.NOTHING)
                        .packs()
                        .get(0)
                        .rejected()
                        .orElse("accepted"));
    }

    private PackFiles pack(String name, Map<String, String> files) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(name).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new FolderContent(name, folder.resolve(name));
    }

    private static Column column(Contents contents, String dataSet, String column) {
        return contents.dataSets().stream()
                .filter(each -> each.id().equals(dataSet))
                .findFirst()
                .flatMap(each -> each.column(column))
                .orElseThrow();
    }
}
