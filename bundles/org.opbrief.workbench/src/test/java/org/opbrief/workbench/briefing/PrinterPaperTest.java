package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.workbench.jobs.Work;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class PrinterPaperTest {
    @TempDir
    Path folder;

    @Test
    void aBriefingIsPrintedToAFile() throws Exception {
        Path target = folder.resolve("printed.pdf");
        Paper.Sheet sheet;
        Path pdf = Samples.pdf(folder);
        try (Window<Composite> window = new Window<>(200, 100, (parent, work) -> new Composite(parent, 0))) {
            Optional<PrinterData> toFile = Arrays.stream(Printer.getPrinterList())
                    .filter(printer -> printer.driver.equals("GtkPrintBackendFile"))
                    .findFirst();
            assumeTrue(toFile.isPresent(), "the system prints to no file");
            PrinterData data = toFile.get();
            data.fileName = target.toString();
            data.printToFile = true;
            Display display = Display.getCurrent();
            PrinterPaper paper = new PrinterPaper(display, new Printer(data));
            sheet = paper.sheet();
            Work work = new Work(display::asyncExec, window.problems(), problem -> {});
            int[] sheets = new int[1];
            work.start("Printing", new Printout(pdf, paper, 1, 2, 1, false), printed -> sheets[0] = printed);
            window.await("the printout", () -> sheets[0] == 2 && isPdf(target));
            assertEquals(0, window.problems().all().size());
        }
        try (PdfPages before = PdfPages.open(pdf);
                PdfPages after = PdfPages.open(target)) {
            assertEquals(2, after.count());
            BufferedImage original = before.render(0, 1);
            BufferedImage printed =
                    after.render(0, original.getWidth() / after.size(0).width());
            var place = Placement.of(before.size(0), sheet).place();
            double share = (double) place.width * place.height / sheet.whole().width / sheet.whole().height;
            assertEquals(ink(original) * share, ink(printed), 0.002);
        }
    }

    private static boolean isPdf(Path file) {
        try (PdfPages pages = PdfPages.open(file)) {
            return pages.count() > 0;
        } catch (PreviewException e) {
            return false; // not written yet
        }
    }

    /** How much of a page is not white. */
    private static double ink(BufferedImage page) {
        long ink = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                ink += 255 - (page.getRGB(x, y) & 0xFF);
            }
        }
        return ink / 255.0 / page.getWidth() / page.getHeight();
    }
}
