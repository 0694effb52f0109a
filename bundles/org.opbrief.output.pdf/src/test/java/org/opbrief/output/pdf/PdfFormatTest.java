package org.opbrief.output.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Block;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Table;

class PdfFormatTest {
    @TempDir
    Path folder;

    @Test
    void theNationalBriefingSaysWhatItHasToSay() throws Exception {
        Pdf pdf = Pdf.of(Samples.national(), folder);
        for (String words : List.of(
                "Operation Last Mile",
                "Nationwide results",
                "May 5, 2023",
                "1,436",
                "3,337",
                "8,497",
                "nearly 44 million",
                "more than 6,500",
                "more than 91,000",
                "more than $100 million",
                "nearly 193 million",
                "more than 1,100",
                "Potentially deadly doses: an estimate with factor set \u201cFentanyl doses, laboratory results of 2023\u201d"
                        + " (2022\u20132023).",
                "With factor set \u201cFentanyl doses, statements of 2022\u201d it would be 149.6\u00a0million"
                        .replace('\u00a0', ' '),
                "Methamphetamine Crystal 9,340 88,021.7",
                "Arrests, share of total (%)",
                "Mass (lb)",
                "seizures-2018-2023.csv seizure 2023-05-05 61,204 61,198 6 9f86d081884c7d65")) {
            assertTrue(pdf.text().contains(words), words + " in: " + pdf.text());
        }
    }

    @Test
    void everyPageIsMarkedTwiceAndNumbered() throws Exception {
        Pdf pdf = Pdf.of(Samples.national(), folder);
        for (int page = 0; page < pdf.pages().size(); page++) {
            assertEquals(3, pdf.pages().get(page).split("LAW ENFORCEMENT SENSITIVE", -1).length);
            assertTrue(pdf.pages()
                    .get(page)
                    .contains("Page " + (page + 1) + " of " + pdf.pages().size()));
        }
    }

    @Test
    void anEditionWithoutMarkingHasNoBanner() throws Exception {
        Pdf pdf = Pdf.of(marked(Marking.NONE), folder);
        assertTrue(pdf.text().startsWith("Operation Last Mile"), pdf.text());
        assertEquals(List.of(), pdf.failures());
    }

    @Test
    void aLongMarkingIsNotCut() throws Exception {
        String words =
                "LAW ENFORCEMENT SENSITIVE, not to be released, copied or shown outside the agency without leave of"
                        + " the office that made it, and to be shredded after use; see the guide on the handling of documents";
        Pdf pdf = Pdf.of(marked(new Marking(words, "#ffd000")), folder);
        assertEquals(3, pdf.pages().get(0).split(words, -1).length, pdf.text());
        assertEquals(List.of(), pdf.failures());
    }

    private static Briefing marked(Marking marking) {
        Briefing briefing = Samples.of(Samples.table("t", "Drugs", Samples.drugs(), ""));
        return new Briefing(
                briefing.name(),
                briefing.report(),
                briefing.title(),
                "",
                new Edition("draft", "Draft", marking),
                briefing.asOf(),
                briefing.language(),
                briefing.parameters(),
                briefing.figures(),
                briefing.sections(),
                briefing.batches(),
                briefing.factorSets());
    }

    @Test
    void sectionsAreBookmarks() throws Exception {
        assertEquals(
                List.of(
                        "Operation Last Mile",
                        "  Summary",
                        "    Communication",
                        "  Drugs seized in the operation",
                        "  Methamphetamine by year",
                        "  Pills by division",
                        "  Arrests by division",
                        "  Sources and method",
                        "    Factors: Fentanyl doses, laboratory results of 2023",
                        "    Factors: Fentanyl doses, statements of 2022",
                        "    How each figure was computed"),
                Pdf.of(Samples.national(), folder).bookmarks());
    }

    @Test
    void everyKindOfSectionConformsToBothStandards() throws Exception {
        assertEquals(List.of(), Pdf.of(Samples.national(), folder).failures());
        assertEquals(List.of(), Pdf.of(Samples.omaha(), folder).failures());
    }

    @Test
    void fixedWordsAndNumbersFollowTheLanguage() throws Exception {
        Pdf pdf = Pdf.of(Samples.spanish(), folder);
        assertTrue(pdf.text().contains("5 de mayo de 2023"), pdf.text());
        assertTrue(pdf.text().contains("Página 1 de " + pdf.pages().size()), pdf.text());
        assertTrue(pdf.text().contains("una estimación con el conjunto de factores"), pdf.text());
        assertTrue(pdf.text().contains("88.021,7"), pdf.text());
        assertTrue(pdf.text().contains("Fuentes y método"), pdf.text());
        assertEquals(List.of(), pdf.failures());
    }

    @Test
    void theSameBriefingGivesTheSameBytes() throws Exception {
        PdfFormat format = new PdfFormat();
        byte[] first = Files.readAllBytes(Pdf.write(format, Samples.omaha(), folder));
        byte[] second = Files.readAllBytes(Pdf.write(format, Samples.omaha(), folder));
        byte[] fresh = Files.readAllBytes(Pdf.write(new PdfFormat(), Samples.omaha(), folder));
        assertArrayEquals(first, second);
        assertArrayEquals(first, fresh);
    }

    @Test
    void twoThreadsMayWriteAtOnce() throws Exception {
        PdfFormat format = new PdfFormat();
        byte[] expected = Files.readAllBytes(Pdf.write(format, Samples.omaha(), folder));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Path>> files = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                files.add(threads.submit(() -> Pdf.write(format, Samples.omaha(), folder)));
            }
            for (Future<Path> file : files) {
                assertArrayEquals(expected, Files.readAllBytes(file.get()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLongTableRepeatsItsHeaderOnEachPage() throws Exception {
        Pdf pdf = Pdf.of(Samples.of(Samples.table("long", "Long", Samples.wide(4, 150), "")), folder);
        assertEquals(5, pdf.pages().size());
        for (String page : pdf.pages()) {
            assertEquals(2, page.split("Name Measure 1 Measure 2 Measure 3", -1).length, page);
        }
        assertTrue(pdf.text().contains("Row 150 150,001 150,002 150,003"));
        assertEquals(List.of(), pdf.failures());
    }

    @Test
    void fiveThousandRowsAreWritten() throws Exception {
        Pdf pdf = Pdf.of(Samples.of(Samples.table("long", "Long", Samples.wide(6, 5_000), "")), folder);
        assertTrue(pdf.text().contains("Row 5000 5,000,001"));
        assertTrue(pdf.pages().size() > 100);
    }

    @Test
    void aTableWiderThanThePageIsSpreadOverParts() throws Exception {
        Pdf pdf = Pdf.of(Samples.of(Samples.table("wide", "Wide", Samples.wide(60, 3), "")), folder);
        assertTrue(pdf.text().contains("its columns are spread over"), pdf.text());
        assertTrue(pdf.text().contains("1,059"), pdf.text());
        assertTrue(pdf.text().split("Row 3 ", -1).length > 4, pdf.text());
        assertEquals(List.of(), pdf.failures());
    }

    @Test
    void aTableWithoutRowsIsASentence() throws Exception {
        Table empty = new Table(Samples.drugs().columns(), List.of());
        Pdf pdf = Pdf.of(
                Samples.of(
                        Samples.table("empty", "Drugs", empty, "A note."),
                        Samples.chart("Nothing", Section.Kind.BAR, empty, "drug", List.of("mass"), Optional.empty())),
                folder);
        assertTrue(pdf.text().contains("There are no rows for this table."), pdf.text());
        assertTrue(pdf.text().contains("There are no values for this chart."), pdf.text());
        assertFalse(pdf.text().contains("Mass (lb)"), pdf.text());
        assertEquals(List.of(), pdf.failures());
    }

    @Test
    void longCellsWrap() throws Exception {
        Table table = new Table(
                List.of(Samples.key("name", "Name"), Samples.key("text", "Text")),
                List.of(
                        Arrays.asList("a", "word ".repeat(400)),
                        Arrays.asList("x".repeat(300), "short"),
                        Arrays.asList("z", "last")));
        Pdf pdf = Pdf.of(Samples.of(Samples.table("t", "Words", table, "")), folder);
        assertEquals(401, pdf.text().split("word", -1).length);
        assertTrue(pdf.text().replace(" ", "").contains("x".repeat(300)), pdf.text());
        assertEquals(List.of(), pdf.failures());
    }

    @Test
    void aHeadingStandsOnThePageOfWhatFollows() throws Exception {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sections.add(new Section.Text(
                    "Heading " + i + ".", List.of(Samples.paragraph(Samples.span("Body " + i + ".")))));
        }
        Pdf pdf = Pdf.of(Samples.of(sections.toArray(Section[]::new)), folder);
        assertTrue(pdf.pages().size() > 2);
        for (String page : pdf.pages()) {
            for (int i = 0; i < 40; i++) {
                assertEquals(page.contains("Heading " + i + "."), page.contains("Body " + i + "."), page);
            }
        }
    }

    @Test
    void headingsNeverLeaveALevelOut() throws Exception {
        Section untitled = new Section.Text(
                "",
                List.of(new Block.Heading(3, List.of(Samples.span("Deep"))), Samples.paragraph(Samples.span("Text"))));
        assertEquals(List.of(), Pdf.of(Samples.of(untitled), folder).failures());
    }

    @Test
    void textWithMarkupCharactersIsPrintedAsItIs() throws Exception {
        Section section = new Section.Text(
                "A & B <C>",
                List.of(
                        Samples.paragraph(Samples.span("1 < 2 & $F{text} \"quoted\" <b>no</b>")),
                        new Block.Items(false, List.of(List.of(Samples.span("x < y & z"))))));
        String text = Pdf.of(Samples.of(section), folder).text();
        assertTrue(text.contains("A & B <C>"), text);
        assertTrue(text.contains("1 < 2 & $F{text} \"quoted\" <b>no</b>"), text);
        assertTrue(text.contains("x < y & z"), text);
    }

    @Test
    void aCharacterThatNoFontHasIsRefusedInWords() {
        Section section = new Section.Text("Title", List.of(Samples.paragraph(Samples.span("\u4e2d\u6587"))));
        OutputException problem = assertThrows(OutputException.class, () -> Pdf.of(Samples.of(section), folder));
        assertTrue(problem.getMessage().contains("\u4e2d"), problem.getMessage());
        assertTrue(problem.getMessage().contains("Page 1"), problem.getMessage());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("absent/briefing.pdf");
        OutputException problem = assertThrows(
                OutputException.class, () -> new PdfFormat().write(Samples.omaha(), Optional.empty(), file));
        assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
    }
}
