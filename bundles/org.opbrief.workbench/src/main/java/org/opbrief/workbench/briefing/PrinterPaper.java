package org.opbrief.workbench.briefing;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.widgets.Display;

/**
 * The paper of a printer. Pages are drawn by the thread that prints them; the system's queue is spoken to by the display's
 * thread, as it wants to be.
 */
final class PrinterPaper implements Paper {
    private final Display display;
    private final Printer printer;
    private final Sheet sheet;

    /** To be called by the display's thread. */
    PrinterPaper(Display display, Printer printer) {
        this.display = display;
        this.printer = printer;
        Rectangle printable = printer.getClientArea();
        Point resolution = printer.getDPI();
        sheet = new Sheet(
                printer.computeTrim(printable.x, printable.y, printable.width, printable.height),
                printable,
                resolution);
    }

    @Override
    public Sheet sheet() {
        return sheet;
    }

    @Override
    public void begin(String title) throws PreviewException {
        boolean[] begun = new boolean[1];
        display.syncExec(() -> begun[0] = printer.startJob(title));
        if (!begun[0]) {
            throw refused();
        }
    }

    @Override
    public void print(ImageData picture, Rectangle place) throws PreviewException {
        if (!printer.startPage()) {
            throw refused();
        }
        GC gc = new GC(printer);
        Image image = new Image(printer, picture);
        gc.drawImage(image, 0, 0, picture.width, picture.height, place.x, place.y, place.width, place.height);
        image.dispose();
        gc.dispose();
        printer.endPage();
    }

    @Override
    public void end() {
        display.syncExec(printer::endJob);
    }

    @Override
    public void cancel() {
        display.syncExec(printer::cancelJob);
    }

    @Override
    public void close() {
        display.syncExec(printer::dispose);
    }

    private PreviewException refused() {
        return new PreviewException(Messages.of("print.refused", printer.getPrinterData().name));
    }
}
