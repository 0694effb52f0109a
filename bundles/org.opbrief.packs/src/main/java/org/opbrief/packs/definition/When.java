package org.opbrief.packs.definition;

import java.math.BigDecimal;
import java.util.Map;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.Figure;

/** Whether a part of a report is there. */
public sealed interface When {

    When ALWAYS = new Always();

    /**
     * @param parameters those that have a value, by name
     * @param figures those that were computed, by id
     */
    boolean holds(Map<String, String> parameters, Map<String, Figure> figures);

    record Always() implements When {
        @Override
        public boolean holds(Map<String, String> parameters, Map<String, Figure> figures) {
            return true;
        }
    }

    /** @param given whether the parameter must have a value, or none */
    record Parameter(String name, boolean given) implements When {
        @Override
        public boolean holds(Map<String, String> parameters, Map<String, Figure> figures) {
            return parameters.containsKey(name) == given;
        }
    }

    /** There is such a figure: one in percent of zero does not exist. */
    record Computed(String figure) implements When {
        @Override
        public boolean holds(Map<String, String> parameters, Map<String, Figure> figures) {
            return figures.containsKey(figure);
        }
    }

    /** There is such a figure, and it compares so with the bound, which is in the figure's unit. */
    record Compared(String figure, Operator operator, BigDecimal bound) implements When {
        @Override
        public boolean holds(Map<String, String> parameters, Map<String, Figure> figures) {
            if (!figures.containsKey(figure)) {
                return false;
            }
            int order = figures.get(figure).value().compareTo(bound);
            return switch (operator) {
                case AT_LEAST -> order >= 0;
                case ABOVE -> order > 0;
                case AT_MOST -> order <= 0;
                case BELOW -> order < 0;
                default -> throw new IllegalStateException("Not a comparison of numbers: " + operator);
            };
        }
    }
}
