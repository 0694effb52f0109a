package org.opbrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.output.Tracing.Manifest;
import org.opbrief.api.output.Tracing.TracedFigure;

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
                "");
    }

    private static Optional<Boolean> agrees(TracedFigure derived) {
        TracedFigure before = figure("before", "2", "kg", "sum");
        TracedFigure after = figure("after", "3100", "g", "sum");
        return Derivation.agrees(new Manifest("", "", List.of(), List.of(), List.of(before, after, derived)), derived);
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
        assertEquals(Optional.empty(), agrees(figure("x", "55", "dose", "estimate: a × b", "before", "after")));
    }

    @Test
    void the_program_is_called_as_it_was_called() {
        assertEquals("opbrief", Surroundings.program(Map.of()));
        assertEquals("./opbrief", Surroundings.program(Map.of("OPBRIEF_COMMAND", "./opbrief", "PATH", "/bin")));
        assertEquals("opbrief", Surroundings.program(Map.of("OPBRIEF_COMMAND", "/bin/opbrief", "PATH", "/x:/bin")));
        assertEquals("\"/a b/opbrief\"", Surroundings.program(Map.of("OPBRIEF_COMMAND", "/a b/opbrief")));
    }
}
