package org.opbrief.output;

import java.math.BigDecimal;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
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
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.Table;
import org.opbrief.api.statistics.Wording;

/** A small briefing: two figures that were counted, one that was derived from them, one that is an estimate. */
final class Samples {
    static final Batch SEIZURES = batch(7, "seizure", "seizures.csv", "ab", 3);
    static final Batch ARRESTS = batch(8, "arrest", "arrests.csv", "cd", 2);
    static final FactorSet DOSES = new FactorSet(
            "fentanyl-dose",
            "2023",
            "Doses 2023",
            LocalDate.of(2023, 1, 1),
            Optional.empty(),
            "inferred",
            Map.of("share", new BigDecimal("0.60")),
            List.of(new FactorSet.Term("pills", Unit.PILL, List.of("share"), List.of())),
            Unit.DOSE);
    static final FactorSet EARLIER = new FactorSet(
            "fentanyl-dose",
            "2022",
            "Doses 2022",
            LocalDate.of(2022, 1, 1),
            Optional.of(LocalDate.of(2022, 12, 31)),
            "inferred",
            Map.of("share", new BigDecimal("0.44")),
            List.of(),
            Unit.DOSE);

    private Samples() {}

    static Batch batch(long id, String dataSet, String file, String sha, long rows) {
        return new Batch(
                id, dataSet, file, 100, sha.repeat(32), LocalDate.of(2023, 5, 1), "CSV", rows, rows, 0, Instant.EPOCH);
    }

    static Passport counted(String rowsSql, Batch batch, long rows) {
        return new Passport(
                "sum of units over " + rows + " rows",
                Optional.of("select sum(units) from seizure"),
                Optional.of(rowsSql).filter(sql -> !sql.isEmpty()),
                Map.of("operation", "Operation Last Mile"),
                List.of(new Passport.Source(batch, rows)),
                rows,
                List.of(),
                Optional.empty());
    }

    static Figure figure(String id, String value, Unit unit, boolean estimate, Passport passport) {
        List<Figure.Alternative> others =
                estimate ? List.of(new Figure.Alternative(EARLIER, new BigDecimal("440"))) : List.of();
        return new Figure(
                id, "The " + id, new BigDecimal(value), unit, 0, Wording.EXACT, estimate, others, value, passport);
    }

    static Passport derived(String... inputs) {
        return new Passport(
                "derived",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                5,
                List.of(inputs),
                Optional.empty());
    }

    static Briefing briefing() {
        Passport pills = counted("select _batch, _line, units as value from seizure", SEIZURES, 3);
        Passport arrests = counted("select _batch, _line, null as value from arrest -- all", ARRESTS, 2);
        Passport doses = new Passport(
                "estimate",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(new Passport.Source(SEIZURES, 3)),
                3,
                List.of("pills"),
                Optional.of(DOSES));
        Table table = new Table(
                List.of(new Table.Column("drug", "Drug", ColumnType.TEXT, Optional.empty(), 0, false)),
                List.of(List.of("Fentanyl")));
        return new Briefing(
                "last-mile",
                "operation",
                "Operation Last Mile",
                "",
                new Edition("internal", "Internal", new Marking("OFFICIAL USE", "#00529b")),
                LocalDate.of(2023, 5, 1),
                Locale.ENGLISH,
                Map.of("Operation", "Operation Last Mile"),
                List.of(
                        figure("pills", "1E+3", Unit.PILL, false, pills),
                        figure("arrests", "2", Unit.COUNT, false, arrests),
                        figure("doses", "600.00", Unit.DOSE, true, doses),
                        figure("both", "5", Unit.COUNT, false, derived("doses", "arrests", "doses"))),
                List.of(new Section.TableSection("by_drug", "By drug", new Answer(table, pills), "")),
                List.of(SEIZURES, ARRESTS),
                List.of(DOSES));
    }

    static final Report REPORT = new Report() {
        @Override
        public ReportInfo info() {
            return new ReportInfo("operation", "Operation briefing", "", List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public Briefing build(ReportContext context) {
            return briefing();
        }

        @Override
        public Optional<URL> layout(String format) {
            return Optional.empty();
        }
    };
}
