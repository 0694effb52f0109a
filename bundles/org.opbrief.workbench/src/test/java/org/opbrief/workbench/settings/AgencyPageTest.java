package org.opbrief.workbench.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Houses;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.workbench.Fakes;
import org.opbrief.workbench.TestWindow;
import org.opbrief.workbench.data.FakeStore;
import org.opbrief.workbench.packs.FakePacks;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class AgencyPageTest {
    private static final Marking RESTRICTED = new Marking("RESTRICTED", "#8a1c1c");

    private final OneAgency agency = new OneAgency(picture());
    private Optional<Path> image = Optional.of(Path.of("seal.png"));
    private TestWindow screen;
    private AgencyPage page;

    @BeforeEach
    void start() {
        screen = new TestWindow(640, 560);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private void open() throws Exception {
        page = new AgencyPage(
                new Fakes()
                        .with(Houses.class, agency)
                        .with(ReportCatalog.class, new TwoReports())
                        .session(new FakeStore(), new FakePacks()),
                new Choosers() {
                    @Override
                    public Optional<Path> image(Shell parent) {
                        return image;
                    }

                    @Override
                    public Optional<RGB> color(Shell parent, RGB now) {
                        return Optional.of(new RGB(0, 51, now.blue + 74));
                    }
                });
        page.createControl(screen.shell());
        screen.open();
    }

    @Test
    void whatIsChosenIsKeptOnOk() throws Exception {
        open();
        text("agency.name").setText("  Office of Reports ");
        screen.click("agency.seal.choose");
        screen.find(Combo.class, "agency.font").select(3);
        check("agency.marking.internal", true);
        assertEquals("RESTRICTED", text("agency.marking.internal.text").getText());
        text("agency.marking.internal.text").setText("LIMITED USE");
        screen.click("agency.marking.internal.color");
        check("agency.marking.public", true);
        screen.shoot("agency");
        assertEquals(List.of(), agency.kept);

        assertTrue(page.performOk());
        assertEquals(
                List.of(new House(
                        "Office of Reports",
                        Optional.of(agency.seal(Path.of("seal.png"))),
                        Map.of("internal", new Marking("LIMITED USE", "#003366"), "public", new Marking("", "#8a1c1c")),
                        Optional.of("DejaVu Serif"))),
                agency.kept);
    }

    @Test
    void theBannerOfEachEditionIsShownAsPagesWillCarryIt() throws Exception {
        open();
        assertEquals("RESTRICTED", preview("internal"));
        assertEquals("No banner", preview("public"));
        assertEquals("As each report has it", preview("draft"));
        check("agency.marking.draft", true);
        assertEquals("No banner", preview("draft"));
        text("agency.marking.draft.text").setText("DRAFT");
        assertEquals("DRAFT", preview("draft"));
        check("agency.marking.draft", false);
        assertEquals("As each report has it", preview("draft"));
    }

    @Test
    void whatTheAgencyHasIsShownAndStaysIfNothingIsChanged() throws Exception {
        agency.house = new House(
                "Office",
                Optional.of(agency.seal(Path.of("seal.png"))),
                Map.of("gone", RESTRICTED),
                Optional.of("DejaVu Sans"));
        open();
        assertEquals("Office", text("agency.name").getText());
        assertEquals(
                "48 × 48 pixels", screen.find(Label.class, "agency.seal.words").getText());
        assertEquals("RESTRICTED", preview("gone"));
        assertTrue(page.performOk());
        assertEquals(List.of(), agency.kept);

        screen.click("agency.seal.remove");
        assertEquals("None", screen.find(Label.class, "agency.seal.words").getText());
        assertTrue(page.performOk());
        assertEquals(Optional.empty(), agency.kept.get(0).seal());
        assertEquals(Map.of("gone", RESTRICTED), agency.kept.get(0).markings());
    }

    @Test
    void anImageThatIsNoneIsToldAndTheSealStays() throws Exception {
        open();
        screen.click("agency.seal.choose");
        image = Optional.of(Path.of("bad.txt"));
        screen.click("agency.seal.choose");
        Label fault = screen.find(Label.class, "agency.seal.fault");
        assertEquals("The seal bad.txt is no PNG or JPEG image.", fault.getText());
        assertTrue(fault.isVisible() && fault.getSize().y > 0);
        assertEquals(
                "48 × 48 pixels", screen.find(Label.class, "agency.seal.words").getText());
        screen.shoot("agency-bad-seal");
        image = Optional.of(Path.of("seal.png"));
        screen.click("agency.seal.choose");
        assertFalse(fault.isVisible());
    }

    @Test
    void aDamagedFileIsToldAndStaysUntilTheUserGivesItUp() throws Exception {
        agency.damage = Optional.of("The agency of this workspace cannot be read: house.yaml, line 3.");
        open();
        assertEquals(
                "The agency of this workspace cannot be read: house.yaml, line 3.",
                screen.find(Label.class, "agency.damage").getText());
        assertFalse(text("agency.name").isVisible());
        assertTrue(page.performOk());
        assertEquals(List.of(), agency.kept);

        check("agency.afresh", true);
        assertTrue(text("agency.name").isVisible());
        screen.shoot("agency-damaged");
        assertTrue(page.performOk());
        assertEquals(List.of(House.NONE), agency.kept);
    }

    @Test
    void whatCannotBeKeptIsTold() throws Exception {
        agency.obstacle = Optional.of("The agency cannot be kept in house: the disk is full.");
        open();
        text("agency.name").setText("Office");
        assertFalse(page.performOk());
        assertEquals("The agency cannot be kept in house: the disk is full.", page.getErrorMessage());
    }

    @Test
    void aNameWithAControlCharacterIsRefused() throws Exception {
        open();
        text("agency.name").setText("Office\tof Reports");
        assertFalse(page.isValid());
        assertEquals("The name is one line of at most 200 characters.", page.getErrorMessage());
        text("agency.name").setText("Office");
        assertTrue(page.isValid());
    }

    private Text text(String id) {
        return screen.find(Text.class, id);
    }

    private void check(String id, boolean checked) {
        screen.find(Button.class, id).setSelection(checked);
        screen.click(id);
    }

    private String preview(String edition) {
        return (String) screen.find(Canvas.class, "agency.marking." + edition + ".preview")
                .getData("shown");
    }

    private static byte[] picture() {
        Display display = Display.getDefault();
        Image image = new Image(display, 48, 48);
        GC gc = new GC(image);
        gc.setBackground(display.getSystemColor(SWT.COLOR_DARK_BLUE));
        gc.fillOval(4, 4, 40, 40);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        image.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        loader.save(png, SWT.IMAGE_PNG);
        return png.toByteArray();
    }

    private record TwoReports() implements ReportCatalog {
        @Override
        public List<Report> reports() {
            Edition internal = new Edition("internal", "Internal", RESTRICTED);
            return List.of(
                    new OfEditions(List.of(
                            internal,
                            new Edition("public", "Public", Marking.NONE),
                            new Edition("draft", "Draft", Marking.NONE))),
                    new OfEditions(List.of(internal, new Edition("draft", "Draft", RESTRICTED))));
        }

        @Override
        public List<DataSet> dataSets() {
            return List.of();
        }

        @Override
        public List<FactorSet> factorSets() {
            return List.of();
        }

        @Override
        public Briefing build(Store store, RunRequest request) {
            throw new UnsupportedOperationException();
        }
    }

    private record OfEditions(List<Edition> editions) implements Report {
        @Override
        public ReportInfo info() {
            return new ReportInfo("report", "Report", "", List.of(), editions, List.of(), List.of("en"));
        }

        @Override
        public Briefing build(ReportContext context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<URL> layout(String format) {
            return Optional.empty();
        }
    }
}
