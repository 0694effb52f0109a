package org.opbrief.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.pack.PackException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class NewReportTest {

    @TempDir
    Path temp;

    static List<String> shipped() {
        return Fixture.SHIPPED.dataSets().stream().map(DataSet::id).toList();
    }

    private List<Path> create(String name, Optional<String> dataSet) throws PackException {
        return Fixture.authoring().createReport(temp.resolve(name), dataSet);
    }

    private static String report(Path folder) throws Exception {
        return Files.readString(folder.resolve("OPBRIEF-INF/reports/" + folder.getFileName() + "/report.yaml"));
    }

    @Test
    void theFilesAreThereInTheOrderInWhichToReadThem() throws Exception {
        assertEquals(
                List.of(
                        "README.md",
                        "pack.yaml",
                        "OPBRIEF-INF/reports/my-visits/report.yaml",
                        "OPBRIEF-INF/reports/my-visits/text.md",
                        "schemas/pack.schema.json",
                        "schemas/report.schema.json",
                        "schemas/dataset.schema.json",
                        "schemas/factors.schema.json",
                        "schemas/vocabulary.schema.json"),
                create("my-visits", Optional.of("seizure")).stream()
                        .map(file -> temp.resolve("my-visits").relativize(file).toString())
                        .toList());
        assertEquals(
                "The report counts {{records}} records of drug seizures. *Mass* adds up to {{mass}}.\n",
                Files.readString(temp.resolve("my-visits/OPBRIEF-INF/reports/my-visits/text.md")));
        String report = report(temp.resolve("my-visits"));
        assertTrue(report.contains("#   mass_kg                   Mass: decimal in kg\n"), report);
        assertTrue(report.contains("      mass: {of: sum(mass_kg), title: Mass, decimals: 1}\n"), report);
        assertEquals(5, Files.readAllLines(temp.resolve("my-visits/README.md")).size());
    }

    @Test
    void withoutADataSetItIsAboutSeizures() throws Exception {
        create("other", Optional.empty());
        assertTrue(report(temp.resolve("other")).contains("    from: seizure\n"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aReportOverEachDataSetHasNoProblemsAndFitsItsSchemas(String dataSet) throws Exception {
        Path folder = temp.resolve("report-" + dataSet);
        create(folder.getFileName().toString(), Optional.of(dataSet));
        assertEquals(List.of(), Fixture.authoring().check(folder));
        assertEquals(List.of(), violations(folder.resolve("pack.yaml")));
        assertEquals(
                List.of(), violations(folder.resolve("OPBRIEF-INF/reports/" + folder.getFileName() + "/report.yaml")));
    }

    /** What an editor shows: the schema is the one that the first line points at. */
    private static List<String> violations(Path yaml) throws Exception {
        String first = Files.readAllLines(yaml).get(0);
        String prefix = "# yaml-language-server: $schema=";
        assertTrue(first.startsWith(prefix), first);
        Path schema = yaml.resolveSibling(first.substring(prefix.length())).normalize();
        Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(yaml));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema.toUri())
                .validate(new ObjectMapper().valueToTree(content))
                .stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: bare\ntitle: Bare\ncolumns: {only: {title: Only}}",
                "id: numbers\ntitle: Numbers\nkey: [n]\ncolumns: {n: {title: N, type: integer, required: true}}",
                "id: dates\ntitle: 'CBP: \"dates\" $x {{y}} #1'\ncolumns: {day: {title: 'Day, $month', type: date}, km: {title: 'yes', type: decimal}}",
                "id: flags\ntitle: Flags\ncolumns: {on: {title: On, type: boolean}, records: {title: '*Records*', type: integer, unit: count}}",
                "id: records\ntitle: R\ncolumns: {records: {title: Records}, year: {title: Year, type: integer}, rate: {title: Rate, type: decimal, unit: percent}}",
                "id: long\ntitle: Long\ncolumns: {a23456789012345678901234567890123456789012345678901234567890: {title: A}, mass_lb: {title: M, type: decimal, unit: lb}}",
            })
    void aReportOverAnyDataSetHasNoProblems(String yaml) throws Exception {
        List<DataSet> dataSets = new ArrayList<>(List.of(ShippedCatalog.parse(yaml)));
        Authoring authoring = Fixture.authoring(new ShippedCatalog(dataSets, List.of()));
        Path folder = temp.resolve("any");
        authoring.createReport(folder, Optional.empty());
        assertEquals(List.of(), authoring.check(folder), () -> {
            try {
                return report(folder);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(List.of(), violations(folder.resolve("OPBRIEF-INF/reports/any/report.yaml")));
    }

    @Test
    void whatCannotBeMadeIsRefusedAndLeavesNothing() throws Exception {
        assertRefused("my visits", Optional.empty(), "for example 'my-visits'.");
        assertRefused("Größe 7", Optional.empty(), "for example 'groe-7'.".replace("groe", "gro-e"));
        assertRefused("mine", Optional.of("seizures"), "There is no data set 'seizures'. Did you mean \"seizure\"?");
        assertRefused("absent/mine", Optional.empty(), "There is no folder " + temp.resolve("absent"));
        Files.createDirectory(temp.resolve("taken"));
        assertRefused("taken", Optional.empty(), "taken already; take another name, or remove it.");
        try (Stream<Path> left = Files.list(temp)) {
            assertEquals(List.of(temp.resolve("taken")), left.toList());
        }
    }

    private void assertRefused(String name, Optional<String> dataSet, String expected) {
        String message =
                assertThrows(PackException.class, () -> create(name, dataSet)).getMessage();
        assertTrue(message.contains(expected), message);
        assertFalse(message.contains("Exception"), message);
    }
}
