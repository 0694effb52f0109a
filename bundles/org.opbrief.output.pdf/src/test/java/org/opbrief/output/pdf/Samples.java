package org.opbrief.output.pdf;

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
import org.opbrief.api.report.Block;
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

/** Briefings with numbers as they occur. */
final class Samples {
    static final Edition INTERNAL =
            new Edition("internal", "Internal", new Marking("LAW ENFORCEMENT SENSITIVE", "#8a1c1c"));

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
    private static final Batch ARRESTS = new Batch(
            2,
            "arrest",
            "arrests.csv",
            201_733,
            "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
            AS_OF,
            "CSV, UTF-8, comma, 7 columns",
            3_337,
            3_337,
            0,
            Instant.EPOCH);

    static final FactorSet DOSES = factors("2023", "Fentanyl doses, laboratory results of 2023", "0.60", "0.113");
    static final FactorSet EARLIER = factors("2022", "Fentanyl doses, statements of 2022", "0.44", "0.143");

    private Samples() {}

    static Briefing national() {
        return new Briefing(
                "operation-last-mile",
                "operation",
                "Operation Last Mile",
                "Nationwide results",
                INTERNAL,
                AS_OF,
                Locale.ENGLISH,
                Map.of("Operation", "Operation Last Mile"),
                figures(),
                List.of(
                        new Section.Headline(
                                "",
                                List.of(
                                        "investigations",
                                        "arrests",
                                        "firearms",
                                        "pills",
                                        "powder",
                                        "meth",
                                        "currency",
                                        "doses",
                                        "online")),
                        new Section.Text("Summary", summary()),
                        table(
                                "by_drug",
                                "Drugs seized in the operation",
                                drugs(),
                                "Pills are counted; their mass is not always recorded."),
                        chart(
                                "Methamphetamine by year",
                                Section.Kind.LINE,
                                years(),
                                "year",
                                List.of("mass"),
                                Optional.empty()),
                        chart(
                                "Pills by division",
                                Section.Kind.BAR,
                                divisions(),
                                "division",
                                List.of("pills"),
                                Optional.empty()),
                        table("arrests_by_division", "Arrests by division", divisions(), ""),
                        new Section.Sources("Sources and method")),
                List.of(ARRESTS, SEIZURES),
                List.of(DOSES, EARLIER));
    }

    static Briefing omaha() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Operation", "Operation Last Mile");
        parameters.put("Division", "Omaha");
        return new Briefing(
                "operation-last-mile-omaha",
                "operation",
                "Operation Last Mile",
                "Omaha Division beside the nation",
                new Edition("public", "Public", new Marking("FOR PUBLIC RELEASE", "#1d5c3a")),
                AS_OF,
                Locale.ENGLISH,
                parameters,
                figures(),
                List.of(
                        new Section.Headline(
                                "Results",
                                List.of(
                                        "division",
                                        "division_arrests",
                                        "division_firearms",
                                        "powder",
                                        "meth_change",
                                        "meth",
                                        "currency",
                                        "doses")),
                        new Section.Text(
                                "Summary",
                                List.of(paragraph(span("Omaha linked 26 investigations to the two cartels.")))),
                        new Section.FigureTable(
                                "beside",
                                "The division beside the nation",
                                List.of("Omaha Division", "Nation"),
                                List.of(
                                        row("Investigations", "division", "investigations"),
                                        row("Arrests", "division_arrests", "arrests"),
                                        row("Firearms", "division_firearms", "firearms"),
                                        new Section.FigureTable.Row(
                                                "Potentially deadly doses",
                                                List.of(Optional.empty(), Optional.of("doses"))))),
                        chart(
                                "Pills and arrests by drug and form",
                                Section.Kind.BAR,
                                forms(),
                                "form",
                                List.of("mass"),
                                Optional.of("drug")),
                        chart(
                                "Seized mass by year and drug",
                                Section.Kind.LINE,
                                drugYears(),
                                "year",
                                List.of("mass"),
                                Optional.of("drug")),
                        new Section.Sources("Sources and method")),
                List.of(ARRESTS, SEIZURES),
                List.of(DOSES));
    }

    static Briefing spanish() {
        return with(
                national(),
                Locale.forLanguageTag("es"),
                List.of(
                        new Section.Headline("Cifras", List.of("investigations", "doses")),
                        table("by_drug", "Drogas incautadas", drugs(), ""),
                        new Section.Sources("")));
    }

    static Briefing of(Section... sections) {
        return with(national(), Locale.ENGLISH, List.of(sections));
    }

    static Briefing with(Briefing other, Locale language, List<Section> sections) {
        return new Briefing(
                other.name(),
                other.report(),
                other.title(),
                other.subtitle(),
                other.edition(),
                other.asOf(),
                language,
                other.parameters(),
                other.figures(),
                sections,
                other.batches(),
                other.factorSets());
    }

    static List<Figure> figures() {
        return List.of(
                figure("investigations", "Investigations", "1436", Unit.COUNT, "1,436"),
                figure("arrests", "Arrests", "3337", Unit.COUNT, "3,337"),
                figure("firearms", "Firearms", "8497", Unit.COUNT, "8,497"),
                figure("pills", "Fentanyl pills", "43812345", Unit.PILL, "nearly 44 million"),
                figure("powder", "Fentanyl powder", "6512", Unit.POUND, "more than 6,500 pounds"),
                figure("meth", "Methamphetamine", "91377", Unit.POUND, "more than 91,000 pounds"),
                figure("currency", "Currency and assets", "100512336", Unit.US_DOLLAR, "more than $100 million"),
                new Figure(
                        "doses",
                        "Potentially deadly doses",
                        new BigDecimal("192874412"),
                        Unit.DOSE,
                        0,
                        Wording.EXACT,
                        true,
                        List.of(new Figure.Alternative(EARLIER, new BigDecimal("149612345"))),
                        "nearly 193 million",
                        new Passport(
                                "estimate: Pills \u00d7 pill_share + Powder in mg \u00d7 powder_purity \u00f7 lethal_dose_mg, with pill share 0.60 and powder purity 0.113",
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                List.of(),
                                9_211,
                                List.of("pills", "powder"),
                                Optional.of(DOSES))),
                figure("online", "Cases with social media or encrypted apps", "1112", Unit.COUNT, "more than 1,100"),
                figure("division", "Investigations linked to the two cartels", "26", Unit.COUNT, "26"),
                figure("division_arrests", "Arrests", "87", Unit.COUNT, "87"),
                figure("division_firearms", "Firearms", "60", Unit.COUNT, "60"),
                figure("meth_change", "Methamphetamine, 2018 to 2022", "55", Unit.PERCENT, "55 percent"));
    }

    private static Figure figure(String id, String label, String value, Unit unit, String words) {
        Passport passport = new Passport(
                "sum of " + label.toLowerCase(Locale.ROOT)
                        + " over 4,211 rows of seizure where operation is Operation Last Mile",
                Optional.of("SELECT 1"),
                Optional.empty(),
                Map.of(),
                List.of(new Passport.Source(SEIZURES, 4_211)),
                4_211,
                List.of(),
                Optional.empty());
        return new Figure(id, label, new BigDecimal(value), unit, 0, Wording.EXACT, false, List.of(), words, passport);
    }

    private static FactorSet factors(String id, String title, String share, String purity) {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        factors.put("lethal_dose_mg", new BigDecimal("2"));
        factors.put("pill_share", new BigDecimal(share));
        factors.put("powder_purity", new BigDecimal(purity));
        return new FactorSet(
                "fentanyl-dose",
                id,
                title,
                LocalDate.of(2022, 5, 1),
                Optional.of(LocalDate.of(2023, 5, 1)),
                "Inferred from the published totals of the operation; the agency publishes no formula.",
                factors,
                List.of(),
                Unit.DOSE);
    }

    static List<Block> summary() {
        return List.of(
                paragraph(
                        span("Operation Last Mile comprised "),
                        bold("1,436"),
                        span(
                                " investigations of people who work with the Sinaloa and Jalisco cartels in the United States. They led to "),
                        bold("3,337"),
                        span(" arrests and to the seizure of 8,497 firearms, "),
                        bold("nearly 44 million"),
                        span(
                                " fentanyl pills, more than 6,500 pounds of fentanyl powder, more than 91,000 pounds of methamphetamine, and more than $100 million in currency and assets.")),
                paragraph(
                        span(
                                "The fentanyl that was seized equals nearly 193 million potentially deadly doses. This is an estimate; the last section says what it rests on and what other assumptions would give.")),
                new Block.Heading(1, List.of(span("Communication"))),
                paragraph(
                        span("More than 1,100 cases involved social media or "),
                        new Block.Span("encrypted", false, true, Optional.empty(), Optional.empty()),
                        span(" applications; see the "),
                        new Block.Span(
                                "press release",
                                false,
                                false,
                                Optional.of("https://www.dea.gov/?a=1&b=2"),
                                Optional.empty()),
                        span(":")),
                new Block.Items(
                        false,
                        List.of(
                                List.of(span("Facebook, Instagram, TikTok, Snapchat")),
                                List.of(span("WhatsApp, Telegram, "), bold("Signal"), span(", Wire, Wickr")))),
                new Block.Items(
                        true,
                        List.of(
                                List.of(
                                        span(
                                                "First the social media, where buyers are found and where this line is long enough that it has to be wrapped on the page of the document")),
                                List.of(span("then the encrypted ones")))));
    }

    static Block.Paragraph paragraph(Block.Span... spans) {
        return new Block.Paragraph(List.of(spans));
    }

    static Block.Span span(String text) {
        return new Block.Span(text, false, false, Optional.empty(), Optional.empty());
    }

    private static Block.Span bold(String text) {
        return new Block.Span(text, true, false, Optional.empty(), Optional.empty());
    }

    private static Section.FigureTable.Row row(String label, String... figures) {
        return new Section.FigureTable.Row(
                label, Arrays.stream(figures).map(Optional::of).toList());
    }

    static Section.TableSection table(String id, String title, Table table, String note) {
        return new Section.TableSection(id, title, answer(table), note);
    }

    static Section.Chart chart(
            String title, Section.Kind kind, Table table, String x, List<String> y, Optional<String> split) {
        return new Section.Chart(
                "chart_" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_"),
                title,
                "What the chart of " + title + " shows.",
                kind,
                answer(table),
                x,
                y,
                split);
    }

    private static Answer answer(Table table) {
        return new Answer(
                table,
                new Passport(
                        "sums",
                        Optional.of("SELECT 1"),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        1,
                        List.of(),
                        Optional.empty()));
    }

    static Table.Column key(String name, String title) {
        return new Table.Column(name, title, ColumnType.TEXT, Optional.empty(), 0, false);
    }

    static Table.Column measure(String name, String title, Unit unit, int decimals) {
        return new Table.Column(name, title, ColumnType.DECIMAL, Optional.of(unit), decimals, true);
    }

    static Table.Column count(String name, String title) {
        return new Table.Column(name, title, ColumnType.INTEGER, Optional.of(Unit.COUNT), 0, true);
    }

    static Table drugs() {
        return new Table(
                List.of(
                        key("drug", "Drug"),
                        key("form", "Form"),
                        count("seizures", "Seizures"),
                        measure("mass", "Mass", Unit.POUND, 1),
                        new Table.Column("pills", "Pills", ColumnType.INTEGER, Optional.of(Unit.PILL), 0, true)),
                List.of(
                        drug("Cocaine", "Powder", 3_021L, "38214.4", null),
                        drug("Fentanyl", "Pill", 6_120L, null, 43_812_345L),
                        drug("Fentanyl", "Powder", 3_091L, "6512.3", null),
                        drug("Heroin", "Powder", 812L, "1944.0", null),
                        drug("Marijuana", "Plant", 1_702L, "112455.9", null),
                        drug("Methamphetamine", "Crystal", 9_340L, "88021.7", null),
                        drug("Methamphetamine", "Liquid", 212L, "3355.8", null)));
    }

    private static List<Object> drug(String drug, String form, long seizures, String mass, Long pills) {
        return Arrays.asList(drug, form, seizures, mass == null ? null : new BigDecimal(mass), pills);
    }

    static Table years() {
        List<List<Object>> rows = new ArrayList<>();
        long[] mass = {60_112, 66_804, 72_413, 84_377, 93_174};
        for (int i = 0; i < mass.length; i++) {
            rows.add(Arrays.asList((Object) (2018L + i), BigDecimal.valueOf(mass[i])));
        }
        return new Table(
                List.of(
                        new Table.Column("year", "Year", ColumnType.INTEGER, Optional.empty(), 0, false),
                        measure("mass", "Mass", Unit.POUND, 0)),
                rows);
    }

    static Table drugYears() {
        List<List<Object>> rows = new ArrayList<>();
        String[] drugs = {"Methamphetamine", "Cocaine", "Fentanyl", "Heroin"};
        for (int i = 0; i < 5; i++) {
            for (int drug = 0; drug < drugs.length; drug++) {
                rows.add(Arrays.asList(
                        2018L + i, drugs[drug], BigDecimal.valueOf((4 - drug) * 400 + i * (60 - 25 * (drug % 2)))));
            }
        }
        return new Table(
                List.of(
                        new Table.Column("year", "Year", ColumnType.INTEGER, Optional.empty(), 0, false),
                        key("drug", "Drug"),
                        measure("mass", "Mass", Unit.POUND, 0)),
                rows);
    }

    static Table forms() {
        List<List<Object>> rows = new ArrayList<>();
        for (String form : List.of("Pill", "Powder", "Crystal", "Liquid")) {
            for (String drug : List.of("Fentanyl", "Methamphetamine", "Cocaine")) {
                rows.add(Arrays.asList(form, drug, BigDecimal.valueOf(form.length() * 700L - drug.length() * 90L)));
            }
        }
        return new Table(
                List.of(key("form", "Form"), key("drug", "Drug"), measure("mass", "Mass", Unit.KILOGRAM, 0)), rows);
    }

    static Table divisions() {
        String[] names = {
            "Phoenix",
            "Los Angeles",
            "San Diego",
            "El Paso",
            "Rocky Mountain",
            "Seattle",
            "Dallas",
            "Houston",
            "Atlanta",
            "New York",
            "Chicago",
            "San Francisco",
            "Detroit",
            "Miami",
            "Philadelphia",
            "Washington",
            "New England",
            "Louisville",
            "St. Louis",
            "New Jersey",
            "Omaha",
            "New Orleans",
            "Caribbean"
        };
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            rows.add(Arrays.asList(
                    names[i],
                    11_204_117L / (i + 1),
                    403L - 16 * i,
                    new BigDecimal("0.1208").subtract(new BigDecimal("0.004").multiply(BigDecimal.valueOf(i)))));
        }
        return new Table(
                List.of(
                        key("division", "Division"),
                        new Table.Column(
                                "pills", "Fentanyl pills", ColumnType.INTEGER, Optional.of(Unit.PILL), 0, true),
                        count("arrests", "Arrests"),
                        measure("arrests_share", "Arrests, share of total", Unit.RATIO, 3)),
                rows);
    }

    static Table wide(int columns, int rows) {
        List<Table.Column> heads = new ArrayList<>();
        heads.add(key("name", "Name"));
        for (int i = 1; i < columns; i++) {
            heads.add(count("n" + i, "Measure " + i));
        }
        List<List<Object>> body = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Object> cells = new ArrayList<>();
            cells.add("Row " + (row + 1));
            for (int i = 1; i < columns; i++) {
                cells.add((row + 1L) * 1_000 + i);
            }
            body.add(cells);
        }
        return new Table(heads, body);
    }
}
