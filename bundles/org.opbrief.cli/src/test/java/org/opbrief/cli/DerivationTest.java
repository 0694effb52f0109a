package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Unit;
import org.opbrief.api.output.Tracing.Manifest;
import org.opbrief.api.output.Tracing.TracedFigure;
import org.opbrief.api.statistics.FactorSet;

class DerivationTest {
    private static TracedFigure figure(String id, String value, String unit, String method, String... inputs) {
        return new TracedFigure(
                id,
                id,
                new BigDecimal(value),
                unit,
                "",
                false,
                method,
                "",
                "",
                List.of(),
                List.of(),
                0,
                List.of(inputs),
                "",
                Optional.empty());
    }

    private static TracedFigure estimate(String value, FactorSet set, String... inputs) {
        TracedFigure plain = figure("x", value, "dose", "estimate", inputs);
        return new TracedFigure(
                plain.id(),
                plain.label(),
                plain.value(),
                plain.unit(),
                plain.words(),
                true,
                plain.method(),
                "",
                "",
                List.of(),
                List.of(),
                0,
                plain.inputs(),
                "",
                Optional.of(set));
    }

    private static FactorSet doses() {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        factors.put("share", new BigDecimal("0.60"));
        factors.put("purity", new BigDecimal("0.113"));
        factors.put("lethal", new BigDecimal("2"));
        return new FactorSet(
                "dose",
                "one",
                "One",
                LocalDate.of(2022, 5, 1),
                Optional.empty(),
                "inferred",
                factors,
                List.of(
                        new FactorSet.Term("pills", Unit.PILL, List.of("share"), List.of()),
                        new FactorSet.Term("powder", Unit.MILLIGRAM, List.of("purity"), List.of("lethal"))),
                Unit.DOSE);
    }

    private static Optional<Derivation.Verdict> verdict(TracedFigure derived) {
        TracedFigure before = figure("before", "2", "kg", "sum");
        TracedFigure after = figure("after", "3100", "g", "sum");
        TracedFigure pills = figure("pills", "1000", "pill", "sum");
        return Derivation.of(
                new Manifest("", "", List.of(), List.of(), List.of(before, after, pills, derived)), derived);
    }

    private static Optional<Boolean> agrees(TracedFigure derived) {
        return verdict(derived).map(Derivation.Verdict::agrees);
    }

    @Test
    void an_estimate_is_computed_again_with_its_factors_and_says_how() {
        assertEquals(
                Optional.of(new Derivation.Verdict(
                        "an estimate, 1,000 pills × share 0.60 + 2,000,000 mg × purity 0.113 ÷ lethal 2"
                                + " = 113,600 doses",
                        true)),
                verdict(estimate("113600", doses(), "pills", "before")));
        assertEquals(Optional.of(false), agrees(estimate("113601", doses(), "pills", "before")));
        assertEquals(Optional.of(false), agrees(estimate("113600", doses(), "before", "pills")));
    }

    @Test
    void a_change_is_in_percent_of_the_former_figure_whatever_the_units() {
        String method = "change from a to b in percent of the former";
        assertEquals(Optional.of(true), agrees(figure("x", "55", "percent", method, "before", "after")));
        assertEquals(Optional.of(false), agrees(figure("x", "56", "percent", method, "before", "after")));
    }

    @Test
    void a_share_is_in_percent_of_the_second_figure() {
        String method = "a in percent of b";
        assertEquals(Optional.of(true), agrees(figure("x", "155", "percent", method, "after", "before")));
        assertEquals(Optional.of(false), agrees(figure("x", "55", "percent", method, "after", "before")));
    }

    @Test
    void what_else_is_derived_is_left_open() {
        assertEquals(Optional.empty(), agrees(figure("x", "55", "dose", "a × b", "before", "after")));
    }

    @Test
    void the_program_is_called_as_it_was_called() {
        assertEquals("opbrief", Surroundings.program(Map.of()));
        assertEquals("./opbrief", Surroundings.program(Map.of("OPBRIEF_COMMAND", "./opbrief", "PATH", "/bin")));
        assertEquals("opbrief", Surroundings.program(Map.of("OPBRIEF_COMMAND", "/bin/opbrief", "PATH", "/x:/bin")));
        assertEquals("\"/a b/opbrief\"", Surroundings.program(Map.of("OPBRIEF_COMMAND", "/a b/opbrief")));
    }
}
