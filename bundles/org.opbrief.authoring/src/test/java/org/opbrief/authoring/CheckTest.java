package org.opbrief.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackProblem;

class CheckTest {

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void make() throws Exception {
        folder = temp.resolve("mine");
        Fixture.authoring().createReport(folder, Optional.empty());
    }

    private List<String> problems() throws PackException {
        return Fixture.authoring().check(folder).stream()
                .map(PackProblem::toString)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: my pack\\nversion: 1.0.0|pack.yaml, line 1: the name 'my pack' is not letters, digits, hyphens and underscores, with single dots between; write for example org.example.my-pack
            name: mine\\nversion: 1.0-b|pack.yaml, line 2: the version '1.0-b' is not three numbers with dots between; write for example 1.0.0, or 1.0.0.beta
            version: 1.0.0|pack.yaml: 'name' is missing; write name: org.example.my-pack
            name: mine\\nversion: 1.0.0\\ntitel: Mine|pack.yaml, line 3: the key 'titel' is not known. Did you mean "title"?
            name: mine\\nversion: 1.0.0\\ntitle:|pack.yaml, line 3: 'title' needs a text
            - mine|pack.yaml, line 1: a map is expected here; write at least name: and version:
            name: "mine|pack.yaml, line 2: is not YAML: found unexpected end of stream
            """)
    void aDescriptionSaysWhatIsWrongInIt(String yaml, String problem) throws Exception {
        Files.writeString(folder.resolve("pack.yaml"), yaml.replace("\\n", "\n") + "\n");
        assertEquals(List.of(problem), problems());
    }

    @Test
    void everyFileAndEveryCheckIsHeard() throws Exception {
        Path report = folder.resolve("OPBRIEF-INF/reports/mine/report.yaml");
        Files.writeString(report, Files.readString(report).replace("by: drug ", "by: drugs "));
        Files.createDirectories(folder.resolve("OPBRIEF-INF/datasets"));
        Files.writeString(folder.resolve("OPBRIEF-INF/datasets/visit.yaml"), "id: visit\ntitel: Visits\n");
        Files.createSymbolicLink(folder.resolve("OPBRIEF-INF/reports/mine/more.md"), report);
        Authoring authoring = Fixture.authoring();
        authoring.addCheck(
                (pack, others) -> List.of(new PackProblem("OPBRIEF-INF/x", 3, "is odd, says " + pack.name())));
        assertEquals(
                List.of(
                        "OPBRIEF-INF/datasets/visit.yaml, line 2: the key 'titel' is not known. Did you mean \"title\"?",
                        "OPBRIEF-INF/reports/mine/more.md: is a link; put what it leads to in its place",
                        "OPBRIEF-INF/reports/mine/report.yaml, line 28: the column of seizure 'drugs' is not known. Did"
                                + " you mean \"drug\"?",
                        "OPBRIEF-INF/x, line 3: is odd, says mine"),
                authoring.check(folder).stream().map(PackProblem::toString).toList());
    }

    @Test
    void aDescriptionThatIsNestedTooDeepIsRefused() throws Exception {
        Files.writeString(folder.resolve("pack.yaml"), "[".repeat(100_000));
        assertEquals(List.of("pack.yaml, line 1: is not YAML: it is nested too deep"), problems());
    }

    @Test
    void aFolderThatIsNoPackIsRefusedAndAnEmptyOneHasAProblem() throws Exception {
        assertEquals(
                "There is no folder " + temp.resolve("absent") + "; make one with 'opbrief new report NAME'.",
                refusal(temp.resolve("absent")));
        Path empty = Files.createDirectory(temp.resolve("empty"));
        assertEquals(
                "The folder " + empty
                        + " is no pack: it has no pack.yaml, which says its name and version; 'opbrief new"
                        + " report NAME' makes a folder that has all.",
                refusal(empty));
        Files.writeString(empty.resolve("pack.yaml"), "name: empty\nversion: 1.0.0\n");
        assertEquals(
                List.of("the pack brings nothing; put a report into OPBRIEF-INF/reports/NAME/report.yaml, or a data set"
                        + " into OPBRIEF-INF/datasets/NAME.yaml"),
                Fixture.authoring().check(empty).stream()
                        .map(PackProblem::toString)
                        .toList());
    }

    private static String refusal(Path folder) {
        return assertThrows(PackException.class, () -> Fixture.authoring().check(folder))
                .getMessage();
    }
}
