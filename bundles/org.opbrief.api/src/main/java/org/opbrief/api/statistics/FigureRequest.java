package org.opbrief.api.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Unit;

/** What figure is wanted. */
public sealed interface FigureRequest {

    /** Id of the figure, unique in its report. */
    String id();

    /** What the number is, e.g. {@code Fentanyl pills}. */
    String label();

    Wording wording();

    /**
     * A number out of a query's answer, or a total of it: a measure of a {@link DataQuery} over all rows that satisfy
     * the query's conditions and these, whatever the query groups by, is ordered by or limited to; or a cell of the
     * answer of any other query, which must be one.
     *
     * @param where further conditions, on columns of the query's data set, or of its answer if it is not a DataQuery
     * @param column the measure
     * @param unit that the number is expressed in; empty for the measure's own
     * @param decimals digits shown; empty for the measure's own
     */
    record Measured(
            String id,
            String label,
            Wording wording,
            Query query,
            List<DataQuery.Condition> where,
            String column,
            Optional<Unit> unit,
            Optional<Integer> decimals)
            implements FigureRequest {
        public Measured {
            where = List.copyOf(where);
        }
    }

    /**
     * By how many percent a figure is above another: 100 × (to − from) ÷ from.
     *
     * @param from id of an earlier figure
     * @param to id of an earlier figure
     */
    record Change(String id, String label, Wording wording, String from, String to, int decimals)
            implements FigureRequest {}

    /**
     * How many percent a figure is of another.
     *
     * @param part id of an earlier figure
     * @param whole id of an earlier figure
     */
    record Share(String id, String label, Wording wording, String part, String whole, int decimals)
            implements FigureRequest {}

    /**
     * What a factor set makes of other figures. Always an estimate, always with what the other sets of the model give.
     *
     * @param set id of the factor set; empty for the first of the model
     * @param inputs ids of earlier figures by the model's input names
     */
    record Estimate(
            String id, String label, Wording wording, String model, Optional<String> set, Map<String, String> inputs)
            implements FigureRequest {
        public Estimate {
            inputs = Map.copyOf(inputs);
        }
    }
}
