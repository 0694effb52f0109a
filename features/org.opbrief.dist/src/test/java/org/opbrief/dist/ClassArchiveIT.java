package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes that the first command that writes a briefing leaves behind for those to come. */
class ClassArchiveIT {

    @TempDir
    private Path folder;

    @Test
    void classesOfLibrariesComeFromTheArchiveOfAnEarlierRun() throws Exception {
        run("", "demo");
        Path log = folder.resolve("classes.txt");
        run("-Xlog:class+load:file=" + log, "run", "operation");

        List<String> lines = Files.readAllLines(log);
        // an interface that all of jOOQ extends, a class of JasperReports, one of POI and one of ours
        for (String type : List.of(
                "org.jooq.QueryPart",
                "net.sf.jasperreports.engine.JasperPrint",
                "org.apache.poi.xssf.usermodel.XSSFWorkbook",
                "org.opbrief.output.pdf.HouseStyle")) {
            String line = lines.stream()
                    .filter(each -> each.contains(" " + type + " source: "))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(type + " was not loaded"));
            assertTrue(line.endsWith("source: shared objects file (top)"), line);
        }
    }

    @Test
    void theWorkbenchMapsClassesFromTheArchiveOfAnEarlierWindow() throws Exception {
        try (Desktop desktop = Desktop.start()) {
            try (WorkbenchWindow first = open(desktop)) {
                assertFalse(first.maps("workbench.jsa"));
                first.quit();
            }
            try (WorkbenchWindow second = open(desktop)) {
                assertTrue(second.maps("workbench.jsa"));
                second.quit();
            }
        }
    }

    private WorkbenchWindow open(Desktop desktop) throws Exception {
        return WorkbenchWindow.open(desktop, folder.resolve("home"), folder.resolve("windows"));
    }

    private void run(String javaOptions, String... command) throws Exception {
        Map<String, String> environment =
                Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString(), "JAVA_OPTS", javaOptions);
        Object[] arguments = new Object[command.length + 4];
        System.arraycopy(command, 0, arguments, 0, command.length);
        arguments[command.length] = "--workspace";
        arguments[command.length + 1] = folder.resolve("workspace");
        arguments[command.length + 2] = "--out";
        arguments[command.length + 3] = folder.resolve("out");
        Distribution.Result result = Distribution.get().run(folder, environment, arguments);
        assertEquals(0, result.exitCode(), result.err());
    }
}
