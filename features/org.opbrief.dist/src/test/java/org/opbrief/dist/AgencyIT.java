package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Briefings of a workspace that belongs to an agency. */
class AgencyIT {
    private static final String NAME = "Office of Operation Reports";
    private static final String MARKING = "LIMITED OFFICIAL USE";

    @TempDir
    private static Path folder;

    private static Workspace workspace;
    private static Path seal;

    @BeforeAll
    static void setTheAgency() throws Exception {
        workspace = Workspace.in(folder.resolve("W"));
        workspace.does("demo", "--out", folder.resolve("demo"));
        seal = seal();
        String told = workspace.does(
                "house",
                "set",
                "--name",
                NAME,
                "--seal",
                seal,
                "--marking",
                "internal=" + MARKING,
                "--color",
                "internal=#003366",
                "--font",
                "DejaVu Serif");
        assertTrue(told.startsWith("Agency: " + NAME + "\nSeal: 300 x 300 pixels, SHA-256 "), told);
    }

    private static Path seal() throws IOException {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x003366));
        graphics.fillOval(10, 10, 280, 280);
        graphics.dispose();
        Path file = folder.resolve("seal.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static Path briefing(String out, String... options) throws Exception {
        Path target = folder.resolve(out);
        Object[] all = new Object[options.length + 6];
        System.arraycopy(new Object[] {"run", "operation", "--format", "pdf,xlsx", "--out", target}, 0, all, 0, 6);
        System.arraycopy(options, 0, all, 6, options.length);
        workspace.does(all);
        return target;
    }

    @Test
    void theFirstPageAndTheSummarySheetShowAgencyAndMarking() throws Exception {
        Path out = briefing("internal", "--edition", "internal");
        String page = Pdfs.firstPage(out.resolve("operation-last-mile.pdf"));
        assertTrue(page.startsWith(MARKING + " " + NAME + " "), page);
        assertTrue(page.lastIndexOf(MARKING) > page.length() / 2, page);
        List<String> summary = Workbooks.texts(out.resolve("operation-last-mile.xlsx"));
        assertEquals(MARKING, summary.get(0));
        assertTrue(
                summary.indexOf(NAME) > 0 && summary.indexOf(NAME) < 10,
                summary.subList(0, 10).toString());
        assertTrue(Files.readString(out.resolve("operation-last-mile.manifest.json"))
                .contains(NAME));
    }

    @Test
    void anEditionThatTheAgencyDoesNotMarkStaysAsItsReportHasIt() throws Exception {
        Path out = briefing("public", "--edition", "public");
        try (var files = Files.list(out)) {
            Path pdf = files.filter(file -> file.toString().endsWith(".pdf"))
                    .findFirst()
                    .orElseThrow();
            String text = Pdfs.text(pdf);
            assertTrue(text.contains(NAME) && !text.contains(MARKING), text);
        }
    }

    @Test
    void twoRunsGiveTheSameBytes() throws Exception {
        assertEquals(Snapshot.of(briefing("first")), Snapshot.of(briefing("second")));
    }

    @Test
    void whatCannotBeSetIsOneSentenceAndChangesNothing() throws Exception {
        Path text = Files.writeString(folder.resolve("seal.txt"), "no picture");
        workspace.refuses("is no PNG or JPEG image\\.", "house", "set", "--name", "Other", "--seal", text);
        byte[] whole = Files.readAllBytes(seal);
        Path half = Files.write(folder.resolve("half.png"), Arrays.copyOf(whole, whole.length / 2));
        workspace.refuses("half\\.png cannot be read as an image", "house", "set", "--seal", half);
        workspace.refuses("there is no such file", "house", "set", "--seal", folder.resolve("none.png"));
        workspace.refuses("Did you mean \"internal\"\\?", "house", "set", "--marking", "internl=" + MARKING);
        assertTrue(workspace.does("house", "--json").contains("\"name\" : \"" + NAME + "\""));
    }
}
