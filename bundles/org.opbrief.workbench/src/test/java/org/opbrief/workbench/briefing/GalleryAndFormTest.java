package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.report.SectionKind;
import org.opbrief.workbench.jobs.Work;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class GalleryAndFormTest {
    private static final ReportInfo OPERATION = new ReportInfo(
            "operation",
            "Operation briefing",
            "What an operation achieved: investigations, arrests, firearms, drugs, currency and doses; for the nation, or"
                    + " for one division beside it.",
            List.of(
                    parameter("operation", "Operation", ColumnType.TEXT, true, "Operation Last Mile", List.of(), false),
                    parameter("division", "Division", ColumnType.TEXT, false, "", List.of("Omaha", "Phoenix"), true),
                    parameter("since", "Since", ColumnType.DATE, false, "", List.of(), false),
                    parameter("top", "Longest list", ColumnType.INTEGER, true, "", List.of(), false)),
            List.of(new Edition("internal", "Internal", Marking.NONE), new Edition("public", "Public", Marking.NONE)),
            List.of("seizure"),
            List.of("en", "es"));
    private static final ReportInfo BORDER = new ReportInfo(
            "border",
            "Seizures at the border",
            "What CBP seized nationwide, by drug, office and month.",
            List.of(),
            List.of(new Edition("public", "Public", Marking.NONE)),
            List.of(),
            List.of("en"),
            List.of(SectionKind.TABLE, SectionKind.BAR_CHART, SectionKind.LINE_CHART, SectionKind.SOURCES));

    @TempDir
    Path folder;

    private final List<RunRequest> runs = new ArrayList<>();

    private static Parameter parameter(
            String name,
            String label,
            ColumnType type,
            boolean required,
            String initial,
            List<String> choices,
            boolean others) {
        return new Parameter(
                name,
                label,
                name.equals("division") ? "One division; without it the nation" : "",
                type,
                required,
                initial.isEmpty() ? Optional.empty() : Optional.of(initial),
                choices.stream()
                        .map(value -> new Parameter.Choice(value, value, List.of()))
                        .toList(),
                others ? Optional.of(new Parameter.DataColumn("investigation", "division")) : Optional.empty());
    }

    private final class Both extends Composite {
        private final GalleryView gallery;
        private final ParameterForm form;

        private Both(Composite parent, Work work) {
            super(parent, SWT.NONE);
            setLayout(Widgets.grid(1, 0));
            SashForm sash = new SashForm(this, SWT.VERTICAL);
            sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
            gallery = new GalleryView(sash);
            form = new ParameterForm(sash, work, column -> List.of("Omaha", "Guam"), runs::add);
            gallery.onChoose(report -> form.show(report, Optional.of("public")));
            gallery.onRun(form::run);
        }
    }

    @Test
    void aReportIsChosenAskedForAndRun() throws Exception {
        try (Window<Both> window = new Window<>(380, 760, Both::new)) {
            window.view().gallery.show(List.of(BORDER, OPERATION));
            try (PdfPages pages = PdfPages.open(Samples.pdf(folder))) {
                window.view().gallery.cover("operation", Optional.of(Cover.of(pages)));
            }
            window.view().gallery.select("operation");
            Combo division = window.find("parameter.division");
            window.await("choices from the data", () -> division.getItemCount() == 4);
            Text since = window.find("parameter.since");
            since.setText("May 1");
            window.send(window.<Button>find("form.run"), SWT.Selection, event -> event);
            assertEquals(
                    "\u2716 'May 1' is no date; write it like 2023-05-01.",
                    window.<Label>find("problem.since").getText());
            assertEquals(
                    "\u2716 Longest list needs a value.",
                    window.<Label>find("problem.top").getText());
            assertEquals(List.of(), runs);
            window.screenshot("gallery");
            since.setText("2023-05-01");
            assertEquals("", window.<Label>find("problem.since").getText());
            window.<Text>find("parameter.top").setText("5");
            division.setText("Guam");
            window.send(window.<Button>find("form.run"), SWT.Selection, event -> event);
            assertEquals(
                    List.of(new RunRequest(
                            "operation",
                            Map.of(
                                    "operation",
                                    "Operation Last Mile",
                                    "division",
                                    "Guam",
                                    "since",
                                    "2023-05-01",
                                    "top",
                                    "5"),
                            Optional.of("public"),
                            Locale.ENGLISH)),
                    runs);
        }
    }

    @Test
    void theFilterKeepsWhatItFinds() {
        try (Window<Both> window = new Window<>(380, 760, Both::new)) {
            window.view().gallery.show(List.of(BORDER, OPERATION));
            Table table = window.find("gallery.reports");
            Text filter = window.find("gallery.filter");
            filter.setText("CBP");
            assertEquals(1, table.getItemCount());
            filter.setText("heron");
            assertEquals(0, table.getItemCount());
            assertEquals(
                    "No report has 'heron' in its title or description.",
                    window.<Label>find("gallery.message").getText());
            filter.setText("");
            assertEquals(2, table.getItemCount());
            assertTrue(table.getItem(1).getText().startsWith("Operation briefing."));
        }
    }
}
