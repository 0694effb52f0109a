package org.opbrief.workbench.briefing;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Block;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.Table;
import org.opbrief.api.statistics.Wording;
import org.opbrief.output.excel.ExcelFormat;
import org.opbrief.output.pdf.PdfFormat;

/** A briefing with numbers as they occur, and its files. */
final class Samples {
    private static final LocalDate AS_OF = LocalDate.of(2023, 5, 5);
    private static final Batch SEIZURES = new Batch(
            3,
            "seizure",
            "seizures-2018-2023.csv",
            4_812_733,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            AS_OF,
            "CSV, UTF-8, comma, 10 columns",
            61_204,
            61_198,
            6,
            Instant.EPOCH);

    private Samples() {}

    static Path pdf(Path folder) throws OutputException {
        Path file = folder.resolve("operation-last-mile.pdf");
        new PdfFormat().write(briefing(), Optional.empty(), file);
        return file;
    }

    static Path workbook(Path folder) throws OutputException {
        Path file = folder.resolve("operation-last-mile.xlsx");
        new ExcelFormat().write(briefing(), Optional.empty(), file);
        return file;
    }

    static Briefing briefing() {
        return new Briefing(
                "operation-last-mile",
                "operation",
                "Operation Last Mile",
                "Nationwide results",
                new Edition("internal", "Internal", new Marking("LAW ENFORCEMENT SENSITIVE", "#8a1c1c")),
                AS_OF,
                Locale.ENGLISH,
                Map.of("Operation", "Operation Last Mile"),
                figures(),
                List.of(
                        new Section.Headline("", List.of("investigations", "arrests", "firearms", "pills", "powder")),
                        new Section.Text("Summary", summary()),
                        new Section.TableSection(
                                "seizures", "Seizures by exhibit", new Answer(seizures(), passport()), "A sample."),
                        new Section.Sources("Sources and method")),
                List.of(SEIZURES),
                List.of());
    }

    private static List<Block> summary() {
        return List.of(new Block.Paragraph(List.of(
                span("In a year of work by agents and their partners, Operation Last Mile took from the streets "),
                new Block.Span("nearly 44 million", false, false, Optional.empty(), Optional.of("pills")),
                span(" fentanyl pills and "),
                new Block.Span("more than 6,500 pounds", false, false, Optional.empty(), Optional.of("powder")),
                span(" of fentanyl powder."))));
    }

    private static Block.Span span(String text) {
        return new Block.Span(text, false, false, Optional.empty(), Optional.empty());
    }

    private static Table seizures() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 120; i++) {
            rows.add(List.of("Exhibit " + i, AS_OF.minusDays(i), i * 1_037L));
        }
        return new Table(
                List.of(
                        new Table.Column("exhibit", "Exhibit", ColumnType.TEXT, Optional.empty(), 0, false),
                        new Table.Column("seized", "Seized", ColumnType.DATE, Optional.empty(), 0, false),
                        new Table.Column("pills", "Pills", ColumnType.INTEGER, Optional.of(Unit.PILL), 0, true)),
                rows);
    }

    private static List<Figure> figures() {
        return List.of(
                figure("investigations", "Investigations", "1436", Unit.COUNT, "1,436"),
                figure("arrests", "Arrests", "3337", Unit.COUNT, "3,337"),
                figure("firearms", "Firearms", "8497", Unit.COUNT, "8,497"),
                figure("pills", "Fentanyl pills", "43960412", Unit.PILL, "nearly 44 million"),
                figure("powder", "Fentanyl powder", "6513.28", Unit.POUND, "more than 6,500 pounds"));
    }

    private static Figure figure(String id, String label, String value, Unit unit, String words) {
        return new Figure(
                id, label, new BigDecimal(value), unit, 0, Wording.EXACT, false, List.of(), words, passport());
    }

    private static Passport passport() {
        return new Passport(
                "sum of units over 4,211 rows of seizure",
                Optional.of("SELECT sum(units) FROM seizure WHERE drug = 'fentanyl' AND form = 'pill'"),
                Optional.of("SELECT _batch, _line, units AS value FROM seizure"),
                Map.of("operation", "Operation Last Mile"),
                List.of(new Passport.Source(SEIZURES, 4_211)),
                4_211,
                List.of(),
                Optional.empty());
    }
}
