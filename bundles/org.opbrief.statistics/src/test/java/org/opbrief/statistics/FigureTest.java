package org.opbrief.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opbrief.statistics.Fixture.by;
import static org.opbrief.statistics.Fixture.count;
import static org.opbrief.statistics.Fixture.doses;
import static org.opbrief.statistics.Fixture.figure;
import static org.opbrief.statistics.Fixture.is;
import static org.opbrief.statistics.Fixture.measure;
import static org.opbrief.statistics.Fixture.over;
import static org.opbrief.statistics.Fixture.seizures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Wording;

class FigureTest {
    private static final DataQuery QUERY = seizures()
            .where(is("drug", "meth"))
            .by(by("division"), by("year", Grain.YEAR))
            .measures(
                    count("seizures"),
                    measure("mass", Function.SUM, "mass_kg"),
                    measure("pills", Function.SUM, "units"),
                    measure("least", Function.MIN, "mass_kg"),
                    measure("mean", Function.AVERAGE, "mass_kg"),
                    measure("days", Function.COUNT_DISTINCT, "seized"),
                    measure("tested", Function.SUM, "mass_kg", is("lab", "true")))
            .order("-mass")
            .limit(1)
            .query();

    private final MemoryStore store = Fixture.store();
    private final StoreCalculation calculation = over(store, List.of(doses("olm", "0.60", "0.113")));

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    private static void assertValue(String expected, Figure figure) {
        assertEquals(0, new BigDecimal(expected).compareTo(figure.value()), figure.value()::toString);
    }

    private static String refusal(StoreCalculation calculation, FigureRequest request) {
        return assertThrows(StatisticsException.class, () -> calculation.figure(request))
                .getMessage();
    }

    @Test
    void aFigureTotalsAllRowsWhateverItsQueryGroupsBy() throws StatisticsException {
        Figure mass = calculation.figure(figure("mass", QUERY, "mass"));
        assertValue("295.501", mass);
        assertEquals(Unit.KILOGRAM, mass.unit());
        assertEquals(1, mass.decimals());
        assertEquals("295.5", mass.words());
        assertFalse(mass.estimate());
        Passport passport = mass.passport();
        assertEquals("sum of mass_kg over 4 rows of drug-seizure", passport.method());
        assertEquals(
                Optional.of("select sum(\"mass_kg\") as \"mass\" from \"drug_seizure\" where \"drug\" = 'meth'"),
                passport.sql());
        assertEquals(
                Optional.of("select \"_batch\", \"_line\", \"mass_kg\" as \"value\" from \"drug_seizure\""
                        + " where (\"drug\" = 'meth' and \"mass_kg\" is not null) order by \"_batch\", \"_line\""),
                passport.rowsSql());
        assertEquals(Map.of("drug", "meth"), passport.parameters());
        assertEquals(4, passport.rows());
        assertEquals(
                List.of(2L, 2L),
                passport.batches().stream().map(Passport.Source::rows).toList());
        assertEquals("drug-seizure-1.csv", passport.batches().get(0).batch().file());
    }

    @Test
    void itsRowsAddUpToIt() throws StatisticsException, StoreException {
        Figure mass = calculation.figure(figure("mass", QUERY, "tested", is("year", "2018", "2019")));
        assertEquals(
                List.of("1:2 100.000", "2:2 155.000"),
                store.read(mass.passport().rowsSql().orElseThrow(), List.of(), results -> {
                    List<String> rows = new ArrayList<>();
                    while (results.next()) {
                        rows.add(results.getLong(1) + ":" + results.getLong(2) + " " + results.getBigDecimal(3));
                    }
                    return rows;
                }));
        assertValue("255", mass);
        assertEquals(
                Map.of("drug", "meth", "year", "2018, 2019", "lab", "true"),
                mass.passport().parameters());
    }

    @Test
    void aCountHasRowsThatAddNothing() throws StatisticsException, StoreException {
        Figure seizures = calculation.figure(figure("seizures", QUERY, "seizures"));
        assertValue("4", seizures);
        assertEquals("count of 4 rows of drug-seizure", seizures.passport().method());
        assertEquals(
                "select \"_batch\", \"_line\", null as \"value\" from \"drug_seizure\""
                        + " where \"drug\" = 'meth' order by \"_batch\", \"_line\"",
                seizures.passport().rowsSql().orElseThrow());
        int rows = store.read(seizures.passport().rowsSql().orElseThrow(), List.of(), results -> {
            int n = 0;
            while (results.next()) {
                assertEquals(null, results.getObject("value"));
                n++;
            }
            return n;
        });
        assertEquals(4, rows);
    }

    @Test
    void unitsConvertExactly() throws StatisticsException {
        Figure mass = calculation.figure(figure(Unit.POUND, figure("mass", QUERY, "mass")));
        assertEquals(new BigDecimal("651.4681893789350998121948127125683"), mass.value());
        assertEquals("651.5", mass.words());
        assertEquals(
                "sum of mass_kg over 4 rows of drug-seizure, converted to lb",
                mass.passport().method());
    }

    @Test
    void everyMeasureMakesAFigure() throws StatisticsException {
        assertValue("0.001", calculation.figure(figure("least", QUERY, "least")));
        assertValue("73.87525", calculation.figure(figure("mean", QUERY, "mean")));
        Figure days = calculation.figure(figure("days", QUERY, "days"));
        assertValue("4", days);
        assertEquals(
                "number of different values of seized in 4 rows of drug-seizure",
                days.passport().method());
    }

    @Test
    void countsAndSumsOfNoRowsAreZeroAndOthersAreNot() throws StatisticsException {
        assertValue("0", calculation.figure(figure("n", QUERY, "seizures", is("division", "Nowhere"))));
        Figure mass = calculation.figure(figure("mass", QUERY, "mass", is("division", "Nowhere")));
        assertValue("0", mass);
        assertEquals(0, mass.passport().rows());
        assertEquals(List.of(), mass.passport().batches());
        assertEquals(
                "Figure least of query by_drug: no row of drug-seizure satisfies its conditions,"
                        + " so there is no smallest mass_kg.",
                refusal(calculation, figure("least", QUERY, "least", is("division", "Nowhere"))));
    }

    @Test
    void changeIsInPercentOfTheFormer() throws StatisticsException {
        calculation.figure(figure("before", QUERY, "mass", is("division", "Omaha"), is("year", "2018")));
        calculation.figure(figure("after", QUERY, "mass", is("division", "Omaha"), is("year", "2019")));
        Figure change = calculation.figure(
                new FigureRequest.Change("meth_change", "Change", Wording.EXACT, "before", "after", 0));
        assertValue("55", change);
        assertEquals(Unit.PERCENT, change.unit());
        assertEquals("55", change.words());
        assertEquals(List.of("before", "after"), change.passport().inputs());
        assertEquals(2, change.passport().rows());
        assertEquals(Optional.empty(), change.passport().sql());
        assertEquals(
                "change from The before to The after in percent of the former",
                change.passport().method());
    }

    @Test
    void aRowThatWentInTwiceIsCountedOnce() throws StatisticsException {
        calculation.figure(figure("part", QUERY, "mass", is("division", "Omaha")));
        calculation.figure(figure("whole", QUERY, "mass"));
        Figure share = calculation.figure(new FigureRequest.Share("share", "Share", Wording.EXACT, "part", "whole", 1));
        assertEquals("86.3", share.words());
        assertEquals(4, share.passport().rows());
    }

    @Test
    void nothingIsToldInPercentOfZero() throws StatisticsException {
        calculation.figure(figure("none", QUERY, "mass", is("division", "Nowhere")));
        calculation.figure(figure("mass", QUERY, "mass"));
        assertEquals(
                "Figure change: figure none is 0, and nothing can be told in percent of it.",
                refusal(calculation, new FigureRequest.Change("change", "", Wording.EXACT, "none", "mass", 0)));
        assertEquals(
                "Figure share: figure none is 0, and nothing can be told in percent of it.",
                refusal(calculation, new FigureRequest.Share("share", "", Wording.EXACT, "mass", "none", 0)));
    }

    @Test
    void derivedFiguresNeedEarlierOnesOfOneKind() throws StatisticsException {
        calculation.figure(figure("mass", QUERY, "mass"));
        calculation.figure(figure("number", QUERY, "seizures"));
        assertEquals(
                "Figure change: it builds on figure mas, which does not come before it. Did you mean \"mass\"?",
                refusal(calculation, new FigureRequest.Change("change", "", Wording.EXACT, "mas", "mass", 0)));
        assertEquals(
                "Figure share: figure mass is in kg and figure number in count, which do not convert.",
                refusal(calculation, new FigureRequest.Share("share", "", Wording.EXACT, "mass", "number", 0)));
    }

    @Test
    void aFigureWantsAMeasureThatTheQueryHas() {
        assertEquals(
                "Figure x of query by_drug: the query has no measure mas. Did you mean \"mass\"?",
                refusal(calculation, figure("x", QUERY, "mas")));
        assertEquals(
                "Figure x of query by_drug: measure mass is in kg, which does not convert to usd.",
                refusal(calculation, figure(Unit.US_DOLLAR, figure("x", QUERY, "mass"))));
        assertEquals(
                "Figure x of query by_drug: data set drug-seizure has no column divison. Did you mean \"division\"?",
                refusal(calculation, figure("x", QUERY, "mass", is("divison", "Omaha"))));
    }

    @Test
    void theFentanylDoseModelRebuildsThePublishedTotal() throws StatisticsException, StoreException {
        try (MemoryStore national = new MemoryStore()) {
            national.batch(
                    Fixture.SEIZURE,
                    "'Omaha', date '2022-06-01', 'fentanyl', null, 44000000, null",
                    "'Omaha', date '2022-06-01', 'fentanyl', 2948.350, null, null",
                    "'Omaha', date '2022-06-01', 'fentanyl', 0.000, null, null");
            var olm = over(national, List.of(doses("olm", "0.60", "0.113"), doses("2022", "0.44", "0.143")));
            DataQuery query = seizures()
                    .measures(measure("pills", Function.SUM, "units"), measure("powder", Function.SUM, "mass_kg"))
                    .query();
            olm.figure(figure("pills", query, "pills"));
            olm.figure(figure(Unit.POUND, figure("powder", query, "powder")));
            Figure doses = olm.figure(new FigureRequest.Estimate(
                    "doses",
                    "Potentially deadly doses",
                    Wording.EXACT,
                    "fentanyl-dose",
                    Optional.empty(),
                    Map.of("pills", "pills", "powder", "powder")));
            // 44,000,000 × 0.60 + 2,948,350,000 mg × 0.113 ÷ 2 mg
            assertValue("192981775", doses);
            assertEquals("192,981,775", doses.words());
            assertEquals(Unit.DOSE, doses.unit());
            assertTrue(doses.estimate());
            // 44,000,000 × 0.44 + 2,948,350,000 mg × 0.143 ÷ 2 mg
            assertEquals(1, doses.alternatives().size());
            assertEquals("2022", doses.alternatives().get(0).factors().id());
            assertEquals(
                    0,
                    new BigDecimal("230167025")
                            .compareTo(doses.alternatives().get(0).value()));
            assertEquals("olm", doses.passport().factors().orElseThrow().id());
            assertEquals(List.of("pills", "powder"), doses.passport().inputs());
            assertEquals(3, doses.passport().rows());
            assertEquals(
                    "estimate: The pills × pill_share + The powder in mg × powder_purity ÷ lethal_dose_mg,"
                            + " with lethal_dose_mg 2, pill_share 0.60 and powder_purity 0.113",
                    doses.passport().method());

            Figure other = olm.figure(new FigureRequest.Estimate(
                    "doses_2022",
                    "",
                    Wording.EXACT,
                    "fentanyl-dose",
                    Optional.of("2022"),
                    Map.of("pills", "pills", "powder", "powder")));
            assertValue("230167025", other);
            assertEquals("olm", other.alternatives().get(0).factors().id());
            Figure share = olm.figure(new FigureRequest.Share("s", "", Wording.EXACT, "doses", "doses_2022", 0));
            assertTrue(share.estimate());
            assertEquals(3, share.passport().rows());
        }
    }

    @Test
    void sixThousandFiveHundredPoundsGiveNearly193MillionDoses() throws StatisticsException {
        BigDecimal kilograms = Unit.POUND.convert(new BigDecimal("6500"), Unit.KILOGRAM);
        assertEquals("2948.350405", kilograms.stripTrailingZeros().toPlainString());
        store.batch(Fixture.SEIZURE, "'A', null, 'meth', 2948.350, 44000000, null");
        calculation.figure(figure("pills", QUERY, "pills", is("division", "A")));
        calculation.figure(figure(Unit.POUND, figure("powder", QUERY, "mass", is("division", "A"))));
        Figure doses = calculation.figure(estimate("pills", "powder"));
        assertEquals(
                "192.98",
                doses.value().movePointLeft(6).setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    private static FigureRequest.Estimate estimate(String pills, String powder) {
        return new FigureRequest.Estimate(
                "doses",
                "",
                Wording.EXACT,
                "fentanyl-dose",
                Optional.empty(),
                Map.of("pills", pills, "powder", powder));
    }

    @Test
    void estimatesThatDoNotFitAreRefused() throws StatisticsException {
        calculation.figure(figure("pills", QUERY, "pills"));
        calculation.figure(figure("mass", QUERY, "mass"));
        assertEquals(
                "Figure doses: input powder of model fentanyl-dose is wanted in mg, to which figure pills in pill"
                        + " does not convert.",
                refusal(calculation, estimate("pills", "pills")));
        assertEquals(
                "Figure d: there are no factor sets for fentanil-dose. Did you mean \"fentanyl-dose\"?",
                refusal(
                        calculation,
                        new FigureRequest.Estimate(
                                "d", "", Wording.EXACT, "fentanil-dose", Optional.empty(), Map.of())));
        assertEquals(
                "Figure d: model fentanyl-dose has no factor set 2021. There is olm.",
                refusal(
                        calculation,
                        new FigureRequest.Estimate(
                                "d", "", Wording.EXACT, "fentanyl-dose", Optional.of("2021"), Map.of())));
        assertEquals(
                "Figure d: model fentanyl-dose wants a figure for its input powder.",
                refusal(
                        calculation,
                        new FigureRequest.Estimate(
                                "d", "", Wording.EXACT, "fentanyl-dose", Optional.empty(), Map.of("pills", "pills"))));
        assertEquals(
                "Figure d: model fentanyl-dose has no input pils. Did you mean \"pills\"?",
                refusal(
                        calculation,
                        new FigureRequest.Estimate(
                                "d",
                                "",
                                Wording.EXACT,
                                "fentanyl-dose",
                                Optional.empty(),
                                Map.of("pills", "pills", "powder", "mass", "pils", "pills"))));
    }
}
