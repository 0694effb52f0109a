package org.opbrief.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opbrief.api.data.Store;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing;

/** A manifest with a sum in pounds, a count, and a figure derived from both. */
final class FakeTracing implements Tracing {
    private static final String CHANGE = "change from one to another in percent of the former";

    final List<SourceRow> rows = new ArrayList<>(List.of(
            new SourceRow("meth", "seizures.csv", 2, "1.000", "a,1"),
            new SourceRow("meth", "seizures.csv", 4, "0.814369480", "b,0.81436948"),
            new SourceRow("arrests", "arrests.csv", 7, "", "c,Omaha")));
    Path holder = Path.of("nowhere");

    @Override
    public Manifest read(Path manifest) throws OutputException {
        if (!manifest.toString().endsWith(".manifest.json")) {
            throw new OutputException(manifest + " is no manifest.");
        }
        return new Manifest(
                "Operation Last Mile",
                "internal",
                List.of("Division: Omaha"),
                List.of(new TracedBatch(1, "seizure", "seizures.csv", "ab", "2023-05-01", 3)),
                List.of(
                        figure(
                                "meth",
                                "Methamphetamine",
                                "4",
                                "lb",
                                "sum of mass_kg over 2 rows of seizure",
                                List.of()),
                        figure("arrests", "Arrests", "1", "count", "count of 1 row of arrest", List.of()),
                        figure("ratio", "A ratio", "4", "ratio", "meth by arrests", List.of("meth", "arrests")),
                        figure("false", "False", "50", "percent", CHANGE, List.of("arrests", "meth"))));
    }

    private static TracedFigure figure(
            String id, String label, String value, String unit, String method, List<String> inputs) {
        boolean derived = !inputs.isEmpty();
        return new TracedFigure(
                id,
                label,
                new BigDecimal(value),
                unit,
                derived ? "" : "more than " + value,
                derived,
                method,
                derived ? "" : "select sum(mass_kg)\nfrom seizure",
                derived ? "" : "select _batch, _line, mass_kg as value from seizure",
                List.of("division: Omaha"),
                List.of("seizures.csv: 2"),
                derived ? 0 : 2,
                inputs,
                "",
                Optional.empty());
    }

    @Override
    public void rows(Store store, Manifest manifest, String figure, Consumer<SourceRow> consumer) {
        rows.stream()
                .filter(row -> row.figure().equals(figure)
                        || !List.of("meth", "arrests").contains(figure))
                .forEach(consumer);
    }

    @Override
    public boolean holds(Store store, Manifest manifest) {
        return store.workspace().equals(holder);
    }
}
