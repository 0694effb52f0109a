package org.opbrief.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opbrief.api.pack.InstalledPack;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the schemas tell an editor and what the reader accepts must be the same. */
class SchemaTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> PACK = Map.of(
            "vocabularies/place.yaml",
            """
            port: Port
            airport: {label: Airport, synonyms: [airfield]}
            """,
            "datasets/visit.yaml",
            """
            id: visit
            title: Visits
            key: [visit_id]
            repeats: true
            vintages: {period: day, source: place}
            columns:
              visit_id: {title: Visit, required: true}
              place: {title: Place, vocabulary: place, open: true}
              day: {title: Day, type: date}
              people: {title: People, type: integer, minimum: 0}
              weight: {title: Weight, type: decimal, scale: 3, unit: kg}
              late: {title: Late, type: boolean, headers: [Day], matches: late}
            rules:
              - {reason: a visit to the port is counted, when: {place: port}, require: [people]}
            """,
            "factors/load.yaml",
            """
            model: load
            unit: kg
            terms:
              people: {unit: count, times: [each], over: [trips]}
            sets:
              usual: {title: Usual, from: 2020-01-01, until: 2020-12-31, source: Counted, factors: {each: 80, trips: 2}}
            """,
            "reports/visits/report.yaml",
            """
            id: visits
            title: {place: $place visits, otherwise: Visits}
            name: visits $place
            parameters:
              place: {label: Place, choices: visit.place}
              since: {label: Since, type: date, default: 2020-01-01}
            editions:
              internal: {label: Internal, marking: {text: INTERNAL, color: "#112233"}}
            queries:
              by_place:
                from: visit
                where: {place: $place, day: {at_least: $since}, any: [{late: true}, {people: present}]}
                by: [place, {year: day}]
                measures:
                  visits: count()
                  weight: {of: sum(weight), unit: lb, decimals: 1, where: {people: {not: [0, 1]}}}
                compare: {measure: visits, with: previous}
                order: [-visits, place]
                limit: 10
            figures:
              visits: {label: Visits, of: by_place, column: visits, wording: {rounded: 1 thousand}}
              ports: {label: Ports, of: by_place, column: visits, where: {place: port}}
              share: {label: Share, share: {part: ports, whole: visits}, decimals: 1}
              load: {label: Load, factors: load, from: {people: visits}, estimate: true, when: place}
            sections:
              - headline: [visits, share]
              - {title: Text, text: text.md, when: {figure: share, above: 10}}
              - table: {query: by_place, note: A note}
              - chart: {query: by_place, kind: bar, x: place, y: visits, alt: Bars}
              - figures: {columns: [All], rows: {Visits: [visits], Load: [load]}}
              - sources: {}
            """,
            "reports/visits/text.md",
            "{{visits}} visits, {{share}} of them to ports since {{$since}}.");

    @Test
    void allPacksOfTheProjectAreValid() throws Exception {
        List<String> wrong = new ArrayList<>();
        int files = 0;
        for (String project : List.of(
                "org.opbrief.pack.operations",
                "org.opbrief.report.operation",
                "org.opbrief.report.border",
                "org.opbrief.report.hello")) {
            FolderContent pack = FolderContent.ofProject(project);
            for (String file : pack.files()) {
                if (file.endsWith(".yaml")) {
                    files++;
                    String yaml = new String(pack.read(file), StandardCharsets.UTF_8);
                    validate(file, yaml).forEach(message -> wrong.add(file + ": " + message));
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(26, files);
    }

    @Test
    void theExampleIsValidAndAccepted() {
        PACK.forEach((file, yaml) -> assertEquals(List.of(), file.endsWith(".md") ? List.of() : validate(file, yaml)));
        assertEquals(Optional.empty(), reasonOf(PACK));
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            datasets/visit.yaml | title: Visits | titel: Visits
            datasets/visit.yaml | id: visit | id: Visit
            datasets/visit.yaml | type: date | type: day
            datasets/visit.yaml | unit: kg | unit: stone
            datasets/visit.yaml | scale: 3 | scale: 30
            datasets/visit.yaml | minimum: 0 | minimum: none
            datasets/visit.yaml | type: date | type: date, minimum: 1
            datasets/visit.yaml | type: date | type: date, vocabulary: [a]
            datasets/visit.yaml | vocabulary: place, open: true | open: true
            datasets/visit.yaml | open: true | open: perhaps
            datasets/visit.yaml | key: [visit_id] | description: None
            datasets/visit.yaml | repeats: true | repeats: sometimes
            datasets/visit.yaml | period: day | column: day
            datasets/visit.yaml | period: day | period: 1st
            datasets/visit.yaml | source: place | source: {}
            datasets/visit.yaml | type: date | type: date, scale: 2
            datasets/visit.yaml | type: date | type: date, matches: x
            datasets/visit.yaml | required: true | required: maybe
            datasets/visit.yaml | , require: [people] | ``
            datasets/visit.yaml | late: { | any: {
            vocabularies/place.yaml | synonyms | synonym
            factors/load.yaml | unit: kg | unit: stone
            factors/load.yaml | source: Counted, | ``
            factors/load.yaml | from: 2020-01-01 | from: soon
            factors/load.yaml | trips: 2 | trips: 0
            factors/load.yaml | each: 80 | each: many
            reports/visits/report.yaml | editions: | edition:
            reports/visits/report.yaml | "#112233" | red
            reports/visits/report.yaml | type: date | type: day
            reports/visits/report.yaml | count() | median(people)
            reports/visits/report.yaml | {year: day} | {years: day}
            reports/visits/report.yaml | at_least | least
            reports/visits/report.yaml | with: previous | with: next
            reports/visits/report.yaml | limit: 10 | limit: 0
            reports/visits/report.yaml | 1 thousand | 1 dozen
            reports/visits/report.yaml | label: Ports, | ``
            reports/visits/report.yaml | whole: visits | all: visits
            reports/visits/report.yaml | estimate: true | estimate: false
            reports/visits/report.yaml | when: place | when: place, unless: place
            reports/visits/report.yaml | above: 10 | over: 10
            reports/visits/report.yaml | - headline | - heading
            reports/visits/report.yaml | text: text.md | text: text.txt
            reports/visits/report.yaml | kind: bar | kind: pie
            reports/visits/report.yaml | , alt: Bars | ``
            reports/visits/report.yaml | sources: {} | sources: {title: x}
            reports/visits/report.yaml | note: A note | notes: A note
            """)
    void whatTheSchemaRefusesTheReaderRefuses(String file, String right, String wrong) {
        String changed = PACK.get(file).replaceFirst(java.util.regex.Pattern.quote(right), wrong);
        assertTrue(!changed.equals(PACK.get(file)), "nothing was changed");
        assertTrue(!validate(file, changed).isEmpty(), "the schema accepts it");
        Map<String, String> pack = new TreeMap<>(PACK);
        pack.put(file, changed);
        String reason = reasonOf(pack).orElse("the reader accepts it");
        assertTrue(reason.startsWith(file + ", line "), reason);
    }

    private static Optional<String> reasonOf(Map<String, String> files) {
        InstalledPack pack = Contents.of(
                        List.of(new MemoryContent("example", files)), RegisteredReports.Brought.NOTHING)
                .packs()
                .get(0);
        return pack.rejected();
    }

    private static List<String> validate(String file, String yaml) {
        String schema = file.startsWith("datasets/")
                ? "dataset"
                : file.startsWith("factors/") ? "factors" : file.startsWith("reports/") ? "report" : "vocabulary";
        JsonSchema read = SCHEMAS.getSchema(SchemaLocation.of("classpath:schema/" + schema + ".schema.json"));
        JsonNode node = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        return read.validate(node).stream().map(ValidationMessage::toString).toList();
    }
}
