package org.opbrief.workbench.briefing;

import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.printing.PrintDialog;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.jobs.Work;

/** Asks on which printer, and prints on it while the window goes on. */
record Printing(Work work) {

    /** @param title of the briefing */
    void ask(Shell shell, String title, Path pdf) {
        PrintDialog dialog = new PrintDialog(shell);
        dialog.setText(Messages.of("print.heading", title));
        PrinterData chosen = dialog.open();
        if (chosen != null) {
            print(shell, title, pdf, chosen);
        } else if (Printer.getPrinterList().length == 0) {
            refuse(shell, Messages.of("print.none"));
        }
    }

    private void print(Shell shell, String title, Path pdf, PrinterData chosen) {
        Printer printer;
        try {
            printer = new Printer(chosen);
        } catch (SWTError e) {
            refuse(shell, Messages.of("print.refused", chosen.name));
            return;
        }
        boolean some = chosen.scope == PrinterData.PAGE_RANGE;
        Printout printout = new Printout(
                pdf,
                new PrinterPaper(shell.getDisplay(), printer),
                some ? Math.max(1, chosen.startPage) : 1,
                some ? chosen.endPage : Integer.MAX_VALUE,
                copies(chosen),
                chosen.collate);
        work.start(Messages.of("print.title", title), printout, sheets -> {});
    }

    /** Only Windows leaves to us what the printer cannot do by itself. */
    private static int copies(PrinterData chosen) {
        return SWT.getPlatform().equals("win32") ? Math.max(1, chosen.copyCount) : 1;
    }

    private static void refuse(Shell shell, String sentence) {
        MessageDialog.openWarning(shell, Messages.of("print"), sentence);
    }
}
