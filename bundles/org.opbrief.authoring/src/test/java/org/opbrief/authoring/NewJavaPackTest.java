package org.opbrief.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.report.Report;
import org.osgi.service.component.annotations.Component;

class NewJavaPackTest {

    @TempDir
    Path temp;

    @Test
    void theProjectSaysWhereOpbriefIsAndCompilesAgainstTheApiAlone() throws Exception {
        List<Path> files = Fixture.authoring().createJava(temp.resolve("my-java-pack"));
        assertEquals(
                List.of("README.md", "pom.xml", "src/main/java/org/example/myjavapack/MyJavaPackReport.java"),
                files.stream()
                        .map(file ->
                                temp.resolve("my-java-pack").relativize(file).toString())
                        .toList());
        String pom = Files.readString(files.get(1));
        assertTrue(pom.contains("<opbrief.bundles>file:///opt/opbrief/bundles</opbrief.bundles>"), pom);
        assertTrue(pom.contains("<artifactId>org.opbrief.api</artifactId><version>0.1.0</version>"), pom);
        assertEquals(List.of(), compile(files.get(2)));
        for (Path file : files) {
            assertTrue(!Files.readString(file).matches("(?s).*@[a-z]+@.*"), file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: dates\ntitle: 'A \"b\" \\ */ @Override & <c>'\ncolumns: {day: {title: Day, type: date}}",
                "id: bare\ntitle: Bare\ncolumns: {only: {title: Only}}"
            })
    void itCompilesWhateverTheDataSet(String yaml) throws Exception {
        Authoring authoring = Fixture.authoring(new ShippedCatalog(List.of(ShippedCatalog.parse(yaml)), List.of()));
        assertEquals(List.of(), compile(authoring.createJava(temp.resolve("p")).get(2)));
    }

    private List<String> compile(Path source) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
            String classPath = place(Report.class) + System.getProperty("path.separator") + place(Component.class);
            Path out = Files.createDirectories(temp.resolve("classes"));
            compiler.getTask(
                            null,
                            files,
                            problems,
                            List.of("--release", "17", "-Xlint:all,-classfile", "-cp", classPath, "-d", out.toString()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
        }
        problems.getDiagnostics().stream()
                .map(each -> each.getMessage(null))
                // annotations of the API that only its own build needs
                .filter(message -> !message.contains("Cannot find annotation"))
                .forEach(found::add);
        return found;
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
