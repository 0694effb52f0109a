package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing.SourceRow;
import org.opbrief.api.output.Tracing.TracedFigure;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class PassportViewTest {
    private static final FigureRows.Source ROWS = (figure, consumer) -> {
        for (int i = 1; i <= 4_211; i++) {
            consumer.accept(new SourceRow(
                    figure, "seizures.csv", i + 1, Integer.toString(i * 7), "S-" + i + ",OLM,Omaha,NE,2023-01-0"));
        }
    };

    private static TracedFigure pills(String rowsSql, List<String> inputs) {
        return new TracedFigure(
                "pills",
                "Fentanyl pills",
                new BigDecimal("43960412"),
                "pill",
                "nearly 44 million",
                false,
                "sum of units over 4,211 rows of seizure",
                inputs.isEmpty() ? "SELECT sum(units) FROM seizure WHERE drug = 'fentanyl'" : "",
                rowsSql,
                List.of("operation: Operation Last Mile"),
                List.of("seizures.csv: 4211"),
                4_211,
                inputs,
                "",
                Optional.empty());
    }

    @Test
    void aPassportSaysHowTheFigureWasComputedAndShowsItsRowsOnDemand() throws Exception {
        try (Window<PassportView> window = new Window<>(460, 620, PassportView::new)) {
            window.view().show(pills("SELECT _batch, _line", List.of()), ROWS, id -> "the " + id);
            assertEquals(
                    "nearly 44 million", window.<Label>find("passport.words").getText());
            assertEquals(
                    "Exactly 43,960,412 pills",
                    window.<Label>find("passport.exact").getText());
            assertEquals(
                    "Method\nsum of units over 4,211 rows of seizure\n\nRows\n4,211 rows\n\nImported files\n"
                            + "seizures.csv: 4,211 rows\n\nParameters\noperation: Operation Last Mile",
                    window.<StyledText>find("passport.details").getText());
            assertTrue(window.<Text>find("passport.sql").getText().startsWith("SELECT sum(units)"));
            Table table = window.find("passport.table");
            assertEquals(0, table.getItemCount());
            window.screenshot("passport");
            window.<TabFolder>find("passport.tabs").setSelection(2);
            window.send(window.<Button>find("passport.load"), SWT.Selection, event -> event);
            window.await("rows", () -> table.getItemCount() == 4_211);
            assertEquals("28", table.getItem(3).getText(2));
            assertEquals("4212", table.getItem(4_210).getText(1));
            window.screenshot("passport-rows");
        }
    }

    @Test
    void aNumberWithEndlessDigitsIsCutShort() {
        TracedFigure powder = new TracedFigure(
                "powder",
                "Fentanyl powder",
                new BigDecimal("6501.43211183203985552049740166484"),
                "lb",
                "more than 6,500 pounds",
                false,
                "sum",
                "",
                "",
                List.of(),
                List.of(),
                0,
                List.of(),
                "",
                Optional.empty());
        assertEquals("6,501.432 pounds, rounded to 3 decimals", PassportText.exact(powder));
        assertEquals("2.748", PassportText.added(new SourceRow("powder", "a.csv", 2, "2.748000", "")));
        assertEquals("100", PassportText.added(new SourceRow("powder", "a.csv", 2, "100.000", "")));
        assertEquals("100", PassportText.added(new SourceRow("pills", "a.csv", 2, "100", "")));
    }

    @Test
    void aDerivedFigureLeadsToItsInputs() {
        try (Window<PassportView> window = new Window<>(460, 620, PassportView::new)) {
            List<String> wanted = new ArrayList<>();
            window.view().onFigure(wanted::add);
            window.view().show(pills("", List.of("pills", "powder")), ROWS, id -> "the " + id);
            Link link = window.find("passport.inputs");
            assertTrue(link.getText().startsWith("Derived from <a href=\"pills\">the pills</a>"), link.getText());
            window.send(link, SWT.Selection, event -> {
                event.text = "powder";
                return event;
            });
            assertEquals(List.of("powder"), wanted);
        }
    }

    @Test
    void rowsThatCannotBeReadAreASentenceInTheirPlace() {
        try (Window<PassportView> window = new Window<>(460, 620, PassportView::new)) {
            window.view()
                    .show(
                            pills("SELECT", List.of()),
                            (figure, consumer) -> {
                                throw new OutputException("The workspace does not hold seizures.csv; import it again.");
                            },
                            id -> id);
            window.send(window.<Button>find("passport.load"), SWT.Selection, event -> event);
            Label count = window.find("passport.count");
            window.await("the message", () -> count.getText().contains("does not hold seizures.csv"));
            window.view().show(pills("", List.of()), ROWS, id -> "the " + id);
            assertFalse(window.<Button>find("passport.load").getEnabled());
            assertEquals("Single rows of this figure cannot be told.", count.getText());
        }
    }
}
