package org.opbrief.workbench.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.opbrief.workbench.jobs.Problems.Problem;

class FailureDialogTest {

    private static final Problem PROBLEM = new Problem(LocalTime.NOON, "Importing a.csv", "a.csv is empty.", "");

    @Test
    void aFailureIsShownAboveAWindowAndNotAfterTheLastWasClosed() {
        Display display = Display.getDefault();
        List<String> shown = new ArrayList<>();
        Shell window = new Shell(display);
        show(display, shown);
        window.dispose();
        show(display, shown);
        assertEquals(List.of("Importing a.csv"), shown);
    }

    /** Closes the dialog as soon as it is there. */
    private static void show(Display display, List<String> shown) {
        display.asyncExec(() -> Arrays.stream(display.getShells())
                .filter(shell -> shell.getText().equals(PROBLEM.task()))
                .forEach(dialog -> {
                    shown.add(dialog.getText());
                    dialog.close();
                }));
        FailureDialog.show(PROBLEM);
        while (display.readAndDispatch()) {}
    }
}
