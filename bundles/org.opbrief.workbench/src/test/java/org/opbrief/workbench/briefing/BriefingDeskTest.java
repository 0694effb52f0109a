package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.output.OutputFormat;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.output.Tracing;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.RunRequest;
import org.opbrief.output.ManifestTracing;
import org.opbrief.output.OutputFiles;
import org.opbrief.output.excel.ExcelFormat;
import org.opbrief.output.pdf.PdfFormat;
import org.opbrief.workbench.Fakes;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.packs.FakePacks;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class BriefingDeskTest {
    private static final RunRequest REQUEST = new RunRequest("operation", Map.of(), Optional.empty(), Locale.ENGLISH);

    @TempDir
    Path workspace;

    private final OneReport report = new OneReport();
    private Session session;
    private BriefingDesk desk;

    @BeforeEach
    void openSession() throws Exception {
        OutputFiles outputs = new OutputFiles();
        // the framework gives it its formats
        Method add = OutputFiles.class.getDeclaredMethod("addFormat", OutputFormat.class);
        add.setAccessible(true);
        add.invoke(outputs, new PdfFormat());
        add.invoke(outputs, new ExcelFormat());
        session = new Fakes()
                .with(ReportCatalog.class, report)
                .with(Outputs.class, outputs)
                .with(Tracing.class, new ManifestTracing())
                .session(new FolderStore(workspace), new FakePacks());
    }

    /** The perspective, as its parts make it. */
    private final class Perspective extends Composite {

        private Perspective(Composite parent, Work work) {
            super(parent, SWT.NONE);
            setLayout(new FillLayout());
            desk = new BriefingDesk(session, work);
            SashForm sash = new SashForm(this, SWT.HORIZONTAL);
            new ReportsPart(session, desk).open(area(sash), work, null);
            SashForm middle = new SashForm(sash, SWT.VERTICAL);
            new PreviewPart(session, desk, null).open(area(middle), work);
            new OutputsPart(session, desk, null).open(area(middle), work);
            middle.setWeights(72, 28);
            new PassportPart(desk).open(area(sash), work);
            sash.setWeights(22, 52, 26);
        }

        private static Composite area(Composite parent) {
            Composite area = new Composite(parent, SWT.NONE);
            area.setLayout(new FillLayout());
            return area;
        }
    }

    private Window<Perspective> open() {
        return new Window<>(1280, 800, Perspective::new);
    }

    @Test
    void aReportIsRunPreviewedAskedAboutAndExported() throws Exception {
        try (Window<Perspective> window = open()) {
            desk.run(REQUEST);
            PageCanvas pages = window.find("preview.pages");
            window.await("the pages", () -> pages.pages().isPresent());
            assertEquals(
                    "Operation Last Mile", window.<Label>find("preview.title").getText());
            Path pdf = desk.shown().orElseThrow().file("pdf").orElseThrow();
            assertTrue(pdf.startsWith(workspace) && pdf.toString().contains(".tmp-preview-"), pdf.toString());
            desk.figure("pills");
            assertEquals(
                    "nearly 44 million", window.<Label>find("passport.words").getText());
            Path folder = workspace.resolve("out");
            desk.export(List.of("pdf", "xlsx"), folder);
            Table outputs = window.find("outputs.table");
            window.await("the output", () -> outputs.getItemCount() == 1);
            assertEquals("operation-last-mile", outputs.getItem(0).getText(0));
            assertEquals("pdf, xlsx", outputs.getItem(0).getText(1));
            for (Path file : desk.shown().orElseThrow().files()) {
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(folder.resolve(file.getFileName())),
                        file.toString());
            }
            window.screenshot("perspective");
        }
        desk.close();
        try (Stream<Path> left = Files.list(workspace)) {
            assertEquals(
                    List.of(".pictures", "out"),
                    left.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void theFirstPageOfTheLatestBriefingIsThereAfterARestart() throws Exception {
        String content;
        try (Window<Perspective> window = open()) {
            assertEquals(Optional.empty(), desk.cover("operation"));
            window.screenshot("gallery-before");
            desk.run(REQUEST);
            window.await("the cover", () -> desk.cover("operation").isPresent());
            byte[] pdf = Files.readAllBytes(desk.pdf().orElseThrow());
            content = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
            assertEquals(content, desk.cover("operation").orElseThrow().content());
        }
        desk.close();
        try (Window<Perspective> window = open()) {
            window.await("the cover", () -> desk.cover("operation").isPresent());
            assertEquals(content, desk.cover("operation").orElseThrow().content());
            assertEquals(Optional.empty(), desk.shown());
            window.screenshot("gallery-again");
        }
    }

    @Test
    void theWorkbookIsReadWhenItsTabIsLookedAt() throws Exception {
        try (Window<Perspective> window = open()) {
            desk.run(REQUEST);
            PageCanvas pages = window.find("preview.pages");
            window.await("the pages", () -> pages.pages().isPresent());
            CTabFolder sheets = window.find("workbook.sheets");
            assertEquals(0, sheets.getItemCount());
            window.<CTabFolder>find("preview.tabs").setSelection(1);
            window.await("the sheets", () -> sheets.getItemCount() > 1);
            window.screenshot("perspective-sheets");
        }
    }

    @Test
    void newDataRunTheReportAnew() {
        try (Window<Perspective> window = open()) {
            desk.run(REQUEST);
            window.await("the first run", () -> desk.result().isPresent());
            session.changed(Change.DATA);
            window.await("the second run", () -> report.built.size() == 2);
            session.changed(Change.WORKSPACE);
            window.await("nothing is shown", () -> desk.shown().isEmpty());
            window.settle();
        }
    }

    @Test
    void aReportThatCannotBeBuiltIsAProblemInWords() {
        try (Window<Perspective> window = open()) {
            desk.run(new RunRequest("operation", Map.of("fail", "yes"), Optional.empty(), Locale.ENGLISH));
            window.await("the problem", () -> !window.problems().all().isEmpty());
            assertEquals(
                    "There are no data for this report: import seizures.csv.",
                    window.problems().all().get(0).message());
        }
    }

    @Test
    void whatWasWrittenEarlierIsOpenedWithItsPassports() throws Exception {
        Outputs outputs = session.outputs();
        List<Path> files = outputs.write(Samples.briefing(), report, List.of("pdf"), workspace.resolve("out"));
        Files.writeString(workspace.resolve("out/notes.txt"), "not a briefing");
        List<OutputList.Output> found = OutputList.find(Set.of(workspace.resolve("out"), workspace.resolve("absent")));
        assertEquals(1, found.size());
        assertEquals(files, found.get(0).files());
        try (Window<Perspective> window = open()) {
            desk.open(found.get(0).files());
            window.await("the briefing", () -> desk.shown().isPresent());
            desk.figure("powder");
            assertEquals(
                    "more than 6,500 pounds",
                    window.<Label>find("passport.words").getText());
            assertTrue(desk.result().isEmpty());
        }
    }
}
