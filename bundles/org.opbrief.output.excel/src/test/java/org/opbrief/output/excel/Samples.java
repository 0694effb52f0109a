package org.opbrief.output.excel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.Table;
import org.opbrief.api.statistics.Wording;

/** A briefing with everything that a workbook shows. */
final class Samples {
    static final Batch SEIZURES = new Batch(
            1,
            "seizure",
            "seizures.csv",
            4_718_592,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            LocalDate.of(2023, 5, 1),
            "CSV, UTF-8, comma, 10 columns",
            40_123,
            40_120,
            3,
            Instant.EPOCH);
    static final FactorSet DOSES_2023 = doses("2023", "Fentanyl doses, 2023", "2023-01-01", null, "0.60", "0.113");
    static final FactorSet DOSES_2022 =
            doses("2022", "Fentanyl doses, late 2022", "2022-09-01", "2022-12-31", "0.44", "0.143");

    private Samples() {}

    private static FactorSet doses(String id, String title, String from, String until, String share, String purity) {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        factors.put("pill_share", new BigDecimal(share));
        factors.put("powder_purity", new BigDecimal(purity));
        factors.put("lethal_dose_mg", new BigDecimal("2"));
        return new FactorSet(
                "fentanyl-dose",
                id,
                title,
                LocalDate.parse(from),
                Optional.ofNullable(until).map(LocalDate::parse),
                "Inferred from published totals; no formula is published.",
                factors,
                List.of(),
                Unit.DOSE);
    }

    static Passport passport(String method, String sql) {
        return new Passport(
                method,
                Optional.of(sql),
                Optional.empty(),
                Map.of("operation", "Operation Last Mile"),
                List.of(new Passport.Source(SEIZURES, 40_120)),
                40_120,
                List.of(),
                Optional.empty());
    }

    static Figure figure(String id, String label, String value, Unit unit, int decimals, String words) {
        return new Figure(
                id,
                label,
                new BigDecimal(value),
                unit,
                decimals,
                Wording.EXACT,
                false,
                List.of(),
                words,
                passport(
                        "sum of " + id + " over 40,120 rows of seizure",
                        "select sum(\"units\") as \"" + id
                                + "\"\nfrom \"seizure\"\nwhere \"operation\" = 'Operation Last" + " Mile'"));
    }

    static Figure doses() {
        return new Figure(
                "doses",
                "Potentially deadly doses",
                new BigDecimal("192873211.4567"),
                Unit.DOSE,
                0,
                Wording.EXACT,
                true,
                List.of(new Figure.Alternative(DOSES_2022, new BigDecimal("230112345.6"))),
                "nearly 193 million",
                new Passport(
                        "pills × pill_share + powder × powder_purity ÷ lethal_dose_mg",
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(new Passport.Source(SEIZURES, 40_120)),
                        40_120,
                        List.of("pills", "powder"),
                        Optional.of(DOSES_2023)));
    }

    static Table.Column text(String name, String title) {
        return new Table.Column(name, title, ColumnType.TEXT, Optional.empty(), 0, false);
    }

    static Table.Column measure(String name, String title, ColumnType type, Unit unit, int decimals) {
        return new Table.Column(name, title, type, Optional.of(unit), decimals, true);
    }

    static Table byDrug() {
        return new Table(
                List.of(
                        text("drug", "Drug"),
                        text("form", "Form"),
                        measure("seizures", "Seizures", ColumnType.INTEGER, Unit.COUNT, 0),
                        measure("mass", "Mass", ColumnType.DECIMAL, Unit.POUND, 2),
                        measure("pills", "Pills", ColumnType.INTEGER, Unit.PILL, 0),
                        measure("value", "Value", ColumnType.DECIMAL, Unit.US_DOLLAR, 0),
                        measure("share", "Share", ColumnType.DECIMAL, Unit.RATIO, 3),
                        new Table.Column("first", "First seized", ColumnType.DATE, Optional.empty(), 0, false)),
                List.of(
                        row("Fentanyl", "Pill", 2411L, null, 43_985_321L, "1234567.89", "0.551", "2022-05-02"),
                        row("Fentanyl", "Powder", 812L, "6512.345678901234567890123", null, "0", "0.2", "2022-05-01"),
                        row("=cmd|'/c calc'!A0", "<&>\u0001_x0041_", 1L, "-0.5", 0L, null, "-0.02", "1899-01-01"),
                        row("Methamphetamine", "Crystal", 3190L, "91207.5", null, "12", "1.2", "2023-04-30")));
    }

    private static List<Object> row(Object... cells) {
        List<Object> row = new ArrayList<>(Arrays.asList(cells));
        for (int i : new int[] {3, 5, 6}) {
            row.set(i, row.get(i) == null ? null : new BigDecimal(row.get(i).toString()));
        }
        row.set(7, LocalDate.parse(row.get(7).toString()));
        return row;
    }

    static Table byYear() {
        Table.Column year = new Table.Column("year", "Year", ColumnType.INTEGER, Optional.empty(), 0, false);
        return new Table(
                List.of(
                        year,
                        measure("mass", "Mass", ColumnType.DECIMAL, Unit.POUND, 0),
                        measure("mass_change", "Mass, change", ColumnType.DECIMAL, Unit.RATIO, 3)),
                List.of(
                        Arrays.asList(2018L, new BigDecimal("58820.1"), null),
                        List.of(2019L, new BigDecimal("63120.4"), new BigDecimal("0.073")),
                        List.of(2020L, new BigDecimal("71992"), new BigDecimal("0.141")),
                        List.of(2021L, new BigDecimal("84100"), new BigDecimal("0.168")),
                        List.of(2022L, new BigDecimal("91207.5"), new BigDecimal("0.085"))));
    }

    static Table byDivision() {
        List<List<Object>> rows = new ArrayList<>();
        String[] names = {
            "Phoenix", "Los Angeles", "San Diego", "El Paso", "Rocky Mountain", "Seattle", "Dallas", "Chicago", "Omaha"
        };
        for (int i = 0; i < names.length; i++) {
            for (String form : List.of("Pill", "Powder")) {
                if (i != 4 || form.equals("Pill")) {
                    long pills = 20_000_000L / (i + 1) / (form.equals("Pill") ? 1 : 3);
                    rows.add(List.of(names[i], form, pills));
                }
            }
        }
        return new Table(
                List.of(
                        text("division", "Division"),
                        text("form", "Form"),
                        measure("units", "Dosage units", ColumnType.INTEGER, Unit.PILL, 0)),
                rows);
    }

    static Briefing briefing() {
        Answer drugs = new Answer(byDrug(), passport("sums by drug and form", "select drug, form from seizure"));
        Answer years = new Answer(byYear(), passport("sums by year", "select year from seizure"));
        Answer again = new Answer(byYear(), passport("sums by year", "select year from seizure"));
        Answer divisions = new Answer(byDivision(), passport("sums by division", "select division from seizure"));
        return new Briefing(
                "last-mile",
                "operation",
                "Operation Last Mile",
                "Nationwide results & figures",
                new Edition("internal", "Internal", new Marking("LAW ENFORCEMENT SENSITIVE", "#8a1c1c")),
                LocalDate.of(2023, 5, 1),
                Locale.ENGLISH,
                Map.of("Operation", "Operation Last Mile"),
                List.of(
                        figure("investigations", "Investigations", "1436", Unit.COUNT, 0, "1,436"),
                        figure("pills", "Fentanyl pills", "43985321", Unit.PILL, 0, "nearly 44 million"),
                        figure(
                                "powder",
                                "Fentanyl powder",
                                "6512.345678901234567",
                                Unit.POUND,
                                1,
                                "more than 6,500" + " pounds"),
                        figure(
                                "currency",
                                "Currency and assets",
                                "100512336.17",
                                Unit.US_DOLLAR,
                                0,
                                "more than $100" + " million"),
                        figure("meth_change", "Methamphetamine, 2018 to 2022", "55.06", Unit.PERCENT, 0, "55 percent"),
                        figure("q1", "First quarter", "12", Unit.COUNT, 0, "12"),
                        doses()),
                List.of(
                        new Section.Headline("", List.of("investigations", "pills", "powder", "currency", "doses")),
                        new Section.FigureTable(
                                "beside",
                                "The division beside the nation",
                                List.of("Omaha", "Nation"),
                                List.of(
                                        new Section.FigureTable.Row(
                                                "Pills", List.of(Optional.of("pills"), Optional.of("powder"))),
                                        new Section.FigureTable.Row(
                                                "Change", List.of(Optional.of("meth_change"), Optional.empty())))),
                        new Section.TableSection(
                                "by_drug",
                                "Drugs seized in the operation: all divisions [2022/23]",
                                drugs,
                                "Pills are counted; their mass is not always recorded. A seizure of several drugs"
                                        + " counts once for each of them, so that the seizures do not add up."),
                        new Section.Chart(
                                "meth_years",
                                "Methamphetamine by year",
                                "A line that rises from 58,820 pounds in 2018 to 91,208 in 2022.",
                                Section.Kind.LINE,
                                again,
                                "year",
                                List.of("mass"),
                                Optional.empty()),
                        new Section.TableSection("T1", "Methamphetamine by year", years, ""),
                        new Section.Chart(
                                "by_division",
                                "Fentanyl by division and form",
                                "Bars, longest for Phoenix.",
                                Section.Kind.BAR,
                                divisions,
                                "division",
                                List.of("units"),
                                Optional.of("form")),
                        new Section.Sources("Sources and method")),
                List.of(SEIZURES),
                List.of(DOSES_2023, DOSES_2022));
    }

    /** The same briefing in another language. */
    static Briefing in(Locale language) {
        Briefing one = briefing();
        return new Briefing(
                one.name(),
                one.report(),
                one.title(),
                one.subtitle(),
                one.edition(),
                one.asOf(),
                language,
                one.parameters(),
                one.figures(),
                one.sections(),
                one.batches(),
                one.factorSets());
    }

    /** A briefing of these sections alone. */
    static Briefing of(Section... sections) {
        return new Briefing(
                "few",
                "few",
                "Few & small",
                "",
                new Edition("public", "Public", Marking.NONE),
                LocalDate.of(2023, 5, 1),
                Locale.ENGLISH,
                Map.of(),
                List.of(),
                List.of(sections),
                List.of(),
                List.of());
    }

    static Section.TableSection table(String id, Table table) {
        return new Section.TableSection(id, id, new Answer(table, passport("all", "select 1")), "");
    }
}
