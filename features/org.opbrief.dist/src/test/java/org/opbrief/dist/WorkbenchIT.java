package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do in the workbench, done with mouse and keys in the window of the shipped distribution. */
class WorkbenchIT {
    private static final List<String> FILES =
            List.of("investigations.csv", "arrests.csv", "seizures.csv", "firearms.csv", "currency.csv");

    @TempDir
    private Path folder;

    private Desktop desktop;

    @BeforeEach
    void start() throws Exception {
        desktop = Desktop.start();
    }

    @AfterEach
    void stop() throws Exception {
        desktop.close();
    }

    @Test
    void anAnalystImportsFilesRunsABriefingAsksForAFigureAndExports() throws Exception {
        Path sample = folder.resolve("sample");
        Workspace workspace = Workspace.in(folder.resolve("workspace"));
        assertEquals(0, Distribution.get().run("sample", sample).exitCode());
        Path exported = folder.resolve("exported");
        try (WorkbenchWindow window = open()) {
            importAll(window, sample);
            window.press("alt+2");
            run(window, "Operation briefing", "Operation Last Mile");
            window.show("workbench-briefing");

            // the tile of the pills, on a page that is as wide as the view
            window.clickWithin("preview.pages", 0.225, 0.457);
            window.await("the passport", "text\tpassport.words", "nearly 44 million"::equals);
            window.await("its method", "text\tpassport.details", text -> text.contains("sum of units over 1,250 rows"));
            window.show("workbench-passport");

            window.press("ctrl+3");
            window.await("the commands", "shells", shells -> shells.contains("Quick access"));
            window.type("firearms: 8,497");
            window.show("workbench-quick");
            window.press("Return");
            window.await("the passport", "text\tpassport.words", "8,497"::equals);

            window.click("preview.export");
            window.await("the dialog", "where\texport.folder", WorkbenchIT::there);
            window.click("export.folder");
            window.press("ctrl+a");
            window.type(exported.toString());
            window.show("workbench-export");
            window.click("export.do");
            window.await("the files", "texts\toutputs.table", texts -> texts.contains("operation-last-mile"));
            window.quit();
            assertEquals("", log());
        }
        Path byCommand = folder.resolve("by-command");
        workspace.does("run", "operation", "--format", "pdf,xlsx", "--out", byCommand);
        assertEquals(Snapshot.of(byCommand), Snapshot.of(exported));
        assertEquals(3, files(exported).size(), files(exported).toString());
    }

    @Test
    void aPackComesAndGoesWhileTheWindowIsOpen() throws Exception {
        Path sample = folder.resolve("sample");
        Workspace workspace = Workspace.in(folder.resolve("workspace"));
        assertEquals(0, Distribution.get().run("sample", sample).exitCode());
        workspace.does("import", sample.resolve("seizures.csv"), "--as", "seizure");
        Path jar = PackJar.report("org.example.visits", "visits", "seizure").write(folder.resolve("visits.jar"));
        try (WorkbenchWindow window = open()) {
            window.press("alt+3");
            window.click("packs.install");
            window.chooseFile("Install packs", jar);
            window.await("the plan", "text\tplan.text", text -> text.contains("org.example.visits"));
            window.show("workbench-plan");
            window.click("plan.go");
            window.await("the pack", "texts\tpacks.table", texts -> texts.contains("org.example.visits"));
            window.show("workbench-packs");
            window.press("alt+2");
            run(window, "Counted", "Counted");

            window.press("alt+3");
            window.clickItem("packs.table", "org.example.visits");
            window.click("packs.uninstall");
            window.await("the plan", "text\tplan.text", text -> text.contains("org.example.visits"));
            window.click("plan.go");
            window.await("its end", "texts\tpacks.table", texts -> !texts.contains("org.example.visits"));
            window.press("alt+2");
            window.await("the end of its report", "texts\tgallery.reports", texts -> !texts.contains("Counted"));
            window.quit();
            assertEquals("", log());
        }
    }

    @Test
    void theLayoutIsFoundAgainAndASecondWindowIsToldWhoHasTheWorkspace() throws Exception {
        try (WorkbenchWindow window = open()) {
            window.press("alt+3");
            window.await("the packs", "where\tpacks.table", WorkbenchIT::there);
            Distribution.Result second =
                    Workspace.in(folder.resolve("workspace")).run("data", "list");
            assertEquals(1, second.exitCode());
            assertTrue(second.complaint().contains("in use"), second.err());
            window.quit();
        }
        try (WorkbenchWindow window = open()) {
            window.await("the packs", "where\tpacks.table", WorkbenchIT::there);
            assertEquals("none", window.ask("where", "navigator.tree"));
            window.quit();
            assertEquals("", log());
        }
    }

    private void importAll(WorkbenchWindow window, Path sample) throws Exception {
        window.press("ctrl+i");
        window.await("the wizard", "where\timport.files", WorkbenchIT::there);
        for (String file : FILES) {
            window.click("import.add");
            window.chooseFile("Files to import", sample.resolve(file));
            window.await(file, "texts\timport.files", texts -> texts.contains(file));
        }
        window.await("its data sets", "texts\timport.files", texts -> texts.contains("Currency and assets"));
        window.show("workbench-import-files");
        window.await("the next step", "enabled\timport.next", "true"::equals);
        window.click("import.next");
        window.await(
                "the check", "text\timport.check.summary", "39,334 rows can be imported; none breaks a rule."::equals);
        window.show("workbench-import-check");
        window.await("the last step", "enabled\timport.finish", "true"::equals);
        window.click("import.finish");
        window.await(
                "the result", "text\timport.result.summary", "39,334 rows were imported; none broke a rule."::equals);
        window.show("workbench-import-result");
        window.await("the end", "enabled\timport.finish", "true"::equals);
        window.click("import.finish");
        window.await("its rows", "texts\tnavigator.tree", texts -> texts.contains("12,608"));
        window.clickItem("navigator.tree", "Drug seizures");
        window.await("the rows", "text\tdata.count", "12,608 rows"::equals);
        window.show("workbench-data");
    }

    private static void run(WorkbenchWindow window, String report, String title) throws Exception {
        window.click("gallery.filter");
        window.press("ctrl+a");
        window.type(report);
        window.clickItem("gallery.reports", report);
        window.await("its parameters", "enabled\tform.run", "true"::equals);
        window.click("form.run");
        window.await("the briefing", "text\tpreview.title", title::equals);
        window.await("its pages", "text\tpreview.page", "1"::equals);
    }

    private WorkbenchWindow open() throws Exception {
        return WorkbenchWindow.open(desktop, folder.resolve("home"), folder.resolve("workspace"));
    }

    /** What Eclipse and Opbrief wrote into their log; empty if there is none. */
    private String log() throws Exception {
        StringBuilder all = new StringBuilder();
        for (Path file : files(folder.resolve("home/state"))) {
            if (file.getFileName().toString().matches("log\\.txt|\\.log")) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean there(String place) {
        return !place.equals("none");
    }
}
