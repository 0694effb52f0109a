package org.opbrief.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.api.data.Vocabulary.Belonging;
import org.opbrief.api.data.Vocabulary.Entry;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackFiles;

/** Vocabularies that packs share. */
class VocabulariesTest {

    private static final String OFFICE = """
            title: Offices
            source: made up
            terms:
              North: {label: The North, synonyms: [N], from: 2018-07-08, source: a letter}
              South: South
            """;

    private static final String COVERAGE = """
            title: States by office
            source: made up
            leads_to: office
            terms:
              "01": {label: Alabama, in: [{to: South, until: 2018-07-07}, {to: North, from: 2018-07-08}]}
              "48": {label: Texas, in: [North, South]}
              "66": Guam
            """;

    private static final String VISIT = """
            id: visit
            title: Visits
            columns:
              office: {title: Office, vocabulary: office, through: coverage}
            """;

    private static final PackFiles WORDS = new MemoryContent(
            "words", Map.of("vocabularies/office.yaml", OFFICE, "vocabularies/coverage.yaml", COVERAGE));
    private static final PackFiles DATA = new MemoryContent("data", Map.of("datasets/visit.yaml", VISIT));

    private static Contents contents(PackFiles... packs) {
        return Contents.of(List.of(packs), RegisteredReports.Brought.NOTHING);
    }

    private static List<String> rejected(Contents contents) {
        return contents.packs().stream()
                .flatMap(pack -> pack.rejected().stream().map(reason -> pack.name() + ": " + reason))
                .toList();
    }

    @Test
    void dataSetsUseWhatOtherPacksShareInWhateverOrderTheyCome() {
        for (Contents contents : List.of(contents(WORDS, DATA), contents(DATA, WORDS))) {
            assertEquals(List.of(), rejected(contents));
            assertEquals(
                    List.of("coverage", "office"),
                    contents.vocabularies().stream().map(Vocabulary::id).toList());
            Column office = contents.dataSets().get(0).column("office").orElseThrow();
            assertEquals(
                    List.of("North", "South"),
                    office.constraint().vocabulary().stream()
                            .map(Column.Term::value)
                            .toList());
            assertEquals(
                    List.of(contents.vocabularies().get(0)), office.reading().through());
            assertEquals(List.of("coverage", "office"), contents.packs().get(1).vocabularies());
        }
    }

    @Test
    void aTermHasASourceDaysAndWhatItLeadsTo() {
        Contents contents = contents(WORDS);
        Entry north = contents.vocabularies().get(1).entries().get(0);
        assertEquals("The North", north.term().label());
        assertEquals(List.of("N", "The North"), north.term().synonyms());
        assertEquals("from 2018-07-08", north.valid().words());
        assertEquals("a letter", north.source());
        Vocabulary coverage = contents.vocabularies().get(0);
        assertEquals(Optional.of("office"), coverage.leadsTo());
        assertEquals("01", coverage.entries().get(0).term().value());
        assertEquals(
                List.of("South until 2018-07-07", "North from 2018-07-08"),
                coverage.entries().get(0).belongs().stream()
                        .map(belonging ->
                                belonging.to() + " " + belonging.valid().words())
                        .toList());
        assertEquals(List.of(), coverage.entries().get(2).belongs());
    }

    @Test
    void aVocabularyThatNobodySharesIsNamed() {
        assertEquals(
                List.of("data: datasets/visit.yaml, line 4: the pack has no file vocabularies/office.yaml, and no other"
                        + " pack shares it"),
                rejected(contents(DATA)));
    }

    @Test
    void aPackThatIsRejectedTakesItsVocabulariesWithIt() {
        Map<String, String> files = new LinkedHashMap<>();
        WORDS.files().forEach(file -> files.put(file, file.contains("office") ? OFFICE : COVERAGE));
        files.put("reports/broken/report.yaml", "id: broken\ntitel: x\n");
        Contents contents = contents(new MemoryContent("words", files), DATA);
        assertEquals(List.of(), contents.dataSets());
        assertEquals(2, rejected(contents).size());
    }

    @Test
    void aListWithoutATitleIsThePacksOwn() {
        PackFiles own =
                new MemoryContent("own", Map.of("vocabularies/office.yaml", "North: The North\nSouth: South\n"));
        assertEquals(List.of(), contents(own).vocabularies());
        assertEquals(1, rejected(contents(own, DATA)).size());
    }

    @Test
    void faultsAreNamed() {
        assertFault("office.yaml", OFFICE.replace("source: made up\n", ""), "'source' is missing");
        assertFault(
                "office.yaml",
                OFFICE.replace("synonyms: [N]", "synonyms: [South]"),
                "stands for 'North' and for 'South'");
        assertFault("office.yaml", OFFICE.replace("from: 2018", "until: 2017-01-01, from: 2018"), "before the first");
        assertFault(
                "coverage.yaml",
                COVERAGE.replace("[North, South]", "[Nort, South]"),
                "'48' leads to 'Nort', which 'office' does not have");
        assertFault(
                "coverage.yaml",
                COVERAGE.replace("leads_to: office", "leads_to: offices"),
                "'offices', which is missing");
    }

    private static void assertFault(String file, String text, String problem) {
        PackFiles pack = new MemoryContent(
                "words",
                Map.of(
                        "vocabularies/office.yaml", file.startsWith("office") ? text : OFFICE,
                        "vocabularies/coverage.yaml", file.startsWith("coverage") ? text : COVERAGE));
        List<String> rejected = rejected(contents(pack));
        assertEquals(1, rejected.size(), text);
        assertTrue(rejected.get(0).contains("vocabularies/" + file), rejected.get(0));
        assertTrue(rejected.get(0).contains(problem), rejected.get(0));
    }

    @Test
    void onlyWhatLeadsToItsOwnWordsIsNamedByAColumn() {
        String other = VISIT.replace("vocabulary: office", "vocabulary: coverage");
        assertEquals(
                List.of("data: datasets/visit.yaml, line 4: the vocabulary 'coverage' does not lead to 'coverage'"),
                rejected(contents(WORDS, new MemoryContent("data", Map.of("datasets/visit.yaml", other)))));
    }

    @Test
    void theOperationsPackHasTheVocabulariesOfTheField() {
        Contents contents = contents(FolderContent.ofProject("org.opbrief.pack.operations"));
        assertEquals(List.of(), rejected(contents));
        Map<String, Vocabulary> all = new LinkedHashMap<>();
        contents.vocabularies().forEach(vocabulary -> all.put(vocabulary.id(), vocabulary));
        assertEquals(23, all.get("division").entries().size());
        assertEquals(
                List.of("from 2018-01-01", "from 2018-07-08"),
                all.get("division").entries().stream()
                        .map(entry -> entry.valid().words())
                        .filter(words -> !words.isEmpty())
                        .toList());
        assertEquals(18, all.get("nibrs-drug-type").entries().size());
        assertEquals(11, all.get("nibrs-drug-measurement").entries().size());
        assertEquals(56, all.get("state").entries().size());
        assertEquals(56, all.get("us-state-fips").entries().size());
        assertEquals("01", all.get("us-state-fips").entries().get(0).term().value());
        Map<String, List<String>> states = new LinkedHashMap<>();
        all.get("dea-coverage-state")
                .entries()
                .forEach(entry -> states.put(
                        entry.term().value(),
                        entry.belongs().stream().map(Belonging::to).toList()));
        assertEquals(List.of("Dallas", "El Paso", "Houston"), states.get("TX"));
        assertEquals(List.of("Los Angeles", "San Diego", "San Francisco"), states.get("CA"));
        assertEquals(List.of("Chicago", "St. Louis", "Omaha"), states.get("IL"));
        List<String> omaha = new ArrayList<>();
        states.forEach((state, divisions) -> {
            if (divisions.contains("Omaha")) {
                omaha.add(state);
            }
        });
        assertEquals(List.of("IA", "IL", "MN", "ND", "NE", "SD", "WI"), omaha);
    }

    @Test
    void theSeizuresOfTheAirAreSaidToOverlap() {
        Contents contents = contents(FolderContent.ofProject("org.opbrief.report.border"));
        Map<String, String> overlaps = new LinkedHashMap<>();
        for (DataSet dataSet : contents.dataSets()) {
            dataSet.overlaps().forEach(overlap -> overlaps.put(dataSet.id(), overlap.dataSet()));
        }
        assertEquals(Map.of("amo-seizure", "border-seizure", "border-seizure", "amo-seizure"), overlaps);
        assertEquals(
                List.of(),
                contents.packs().stream()
                        .map(InstalledPack::vocabularies)
                        .flatMap(List::stream)
                        .toList());
    }
}
