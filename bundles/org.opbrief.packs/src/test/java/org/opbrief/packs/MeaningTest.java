package org.opbrief.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no schema can tell: names that are used must exist and fit. The line must be right, too. */
class MeaningTest {

    private static final Map<String, String> PACK = Map.of(
            "datasets/visit.yaml",
            """
            id: visit
            title: Visits
            key: [visit_id]
            columns:
              visit_id: {title: Visit, required: true, headers: [Number]}
              place: {title: Place, vocabulary: {port: The Port, airport: Airport}}
              day: {title: Day, type: date}
              people: {title: People, type: integer, minimum: 0, maximum: 9}
              weight: {title: Weight, type: decimal, unit: kg, strip: x+}
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
            title: Visits to $place
            parameters:
              place: {label: Place, choices: visit.place}
              since: {label: Since, type: date, default: 2020-01-01}
            queries:
              all:
                from: visit
                where: {place: port, day: {at_least: $since}}
                by: [place, {year: day}]
                measures: {visits: count(), weight: {of: sum(weight), unit: lb}}
                order: -visits
            figures:
              visits: {label: Visits, of: all, column: visits}
              here: {label: Here, of: all, column: visits, when: place}
              share: {label: Share, share: {part: visits, whole: visits}}
              load: {label: Load, factors: load, set: usual, from: {people: visits}}
            sections:
              - {text: text.md, when: place}
              - chart: {query: all, kind: line, x: year, y: visits, alt: A line}
            """,
            "reports/visits/text.md",
            """
            In {{$place}}
            {{here}} of {{visits}} visits since {{$since}}.
            """);

    @ParameterizedTest(name = "{1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            datasets/visit.yaml | [visit_id] | [visit] | 3 | the column 'visit' is not known. Did you mean "visit_id"?
            datasets/visit.yaml | required: true | required: false | 3 | the key column 'visit_id' must be 'required: true'
            datasets/visit.yaml | maximum: 9 | maximum: -1 | 8 | the minimum is above the maximum
            datasets/visit.yaml | x+ | x( | 9 | 'x(' is not a regular expression: Unclosed group
            datasets/visit.yaml | x+ | (?=x) | 9 | '(?=x)' looks around or refers back, which is not possible here (RE2)
            datasets/visit.yaml | [Number] | [pla ce] | 6 | the header 'place' names 'visit_id' and 'place'
            datasets/visit.yaml | {port: The Port, airport: Airport} | places | 6 | the pack has no file vocabularies/places.yaml, and no other pack shares it
            datasets/visit.yaml | airport: Airport | airport: Port | 6 | 'Port' stands for 'port' and for 'airport'
            factors/load.yaml | each: 80 | every: 80 | 4 | the factor 'every' is not known. There is each.
            reports/visits/report.yaml | visit.place | visit.plaice | 4 | the column of visit 'plaice' is not known. Did you mean "place"?
            reports/visits/report.yaml | visit.place | visit.day | 4 | the column 'day' of visit has no vocabulary to choose from
            reports/visits/report.yaml | to $place | to $plaice | 2 | the parameter 'plaice' is not known. Did you mean "place"?
            reports/visits/report.yaml | from: visit | from: visits | 8 | the data set 'visits' is missing; install the pack that brings it
            reports/visits/report.yaml | $since | $place | 9 | the column 'day' needs a parameter of 'type: date', which $place is not
            reports/visits/report.yaml | $since | May | 9 | a date like 2023-05-01 is expected here, not 'May'
            reports/visits/report.yaml | at_least: $since | above: [a] | 9 | one value is expected here, not a list
            reports/visits/report.yaml | place: port | place: {above: a} | 9 | the column 'place' is neither a number nor a date, so that nothing is more or less
            reports/visits/report.yaml | place: port | place: prot | 9 | the value of place 'prot' is not known. Did you mean "port"?
            reports/visits/report.yaml | year: day | year: people | 10 | the column 'people' is no date, so it has no year
            reports/visits/report.yaml | sum(weight) | sum(place) | 11 | the column 'place' does not hold numbers
            reports/visits/report.yaml | unit: lb | unit: usd | 11 | the number is in kg, which does not convert to usd
            reports/visits/report.yaml | visits: count() | place: count() | 8 | two columns of the answer are named 'place'; rename one
            reports/visits/report.yaml | order: -visits | order: -visit | 12 | the column of the answer 'visit' is not known. Did you mean "visits"?
            reports/visits/report.yaml | column: visits} | column: visit} | 14 | the measure of all 'visit' is not known. Did you mean "visits"?
            reports/visits/report.yaml | part: visits | part: load | 16 | the figure above this one 'load' is not known. There are visits and here.
            reports/visits/report.yaml | part: visits | part: here | 16 | the figure 'here' is only there 'when: place'; add that here, too
            reports/visits/report.yaml | factors: load | factors: loads | 17 | the factor model 'loads' is not known. Did you mean "load"?
            reports/visits/report.yaml | set: usual | set: usuall | 17 | the factor set 'usuall' is not known. Did you mean "usual"?
            reports/visits/report.yaml | people: visits | persons: visits | 17 | the input 'persons' is not known. There is people.
            reports/visits/report.yaml | x: year | x: years | 20 | the column of the answer 'years' is not known. Did you mean "year"?
            reports/visits/report.yaml | query: all | query: al | 20 | the query 'al' is not known. Did you mean "all"?
            reports/visits/report.yaml | text: text.md | text: txt.md | 1 | the text 'txt.md' is not beside the report
            reports/visits/text.md | {{visits}} | {{visit}} | 2 | the figure 'visit' is not known. Did you mean "visits"?
            reports/visits/text.md | {{visits}} | {{share}} | 2 | the figure 'share' is not there if what it is told in percent of is 0; add 'when: {figure: share}'
            reports/visits/text.md | {{$since}} | {{$sinse}} | 2 | the parameter 'sinse' is not known. Did you mean "since"?
            """)
    void aDefinitionThatMeansNothingIsRefused(String file, String right, String wrong, int line, String reason) {
        assertRejected(file, right, wrong, line, reason);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text.md, when: place | text.md | 1 | the parameter 'place' need not have a value here; add 'when: place'
            when: place} | when: {figure: visits}} | 1 | the parameter 'place' need not have a value here; add 'when: place'
            """)
    void aTextTellsOnlyWhatIsThere(String right, String wrong, int line, String reason) {
        Map<String, String> pack = new TreeMap<>(PACK);
        String report = PACK.get("reports/visits/report.yaml");
        int at = report.lastIndexOf(right);
        pack.put("reports/visits/report.yaml", report.substring(0, at) + wrong + report.substring(at + right.length()));
        assertEquals("reports/visits/text.md, line " + line + ": " + reason, reasonOf(pack));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sql: select place from visit | 6 | the data sets that the query 'all' reads are not told; add 'needs: [...]' to the report
            sql: "select place from visit where place = :place" | 7 | the parameter 'place' need not have a value, which SQL cannot leave out; make it 'required: true' or give it a 'default'
            sql: "select place from visit where day > :sinse" | 7 | the parameter 'sinse' is not known. Did you mean "since"?
            """)
    void sqlNamesItsDataSetsAndParameters(String query, int line, String reason) {
        String report = PACK.get("reports/visits/report.yaml");
        Matcher all = Pattern.compile("from: visit(.|\\n)*?order: -visits").matcher(report);
        assertTrue(all.find());
        Map<String, String> pack = new TreeMap<>(PACK);
        pack.put("reports/visits/report.yaml", all.replaceFirst(Matcher.quoteReplacement(query)));
        assertTrue(reasonOf(pack).endsWith(reason), reasonOf(pack));
    }

    private static void assertRejected(String file, String right, String wrong, int line, String reason) {
        Map<String, String> pack = new TreeMap<>(PACK);
        String changed = PACK.get(file).replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
        assertTrue(!changed.equals(PACK.get(file)), "nothing was changed");
        pack.put(file, changed);
        assertEquals(file + ", line " + line + ": " + reason, reasonOf(pack));
    }

    private static String reasonOf(Map<String, String> pack) {
        return Contents.of(List.of(new MemoryContent("example", pack)), RegisteredReports.Brought.NOTHING)
                .packs()
                .get(0)
                .rejected()
                .orElse("accepted");
    }
}
