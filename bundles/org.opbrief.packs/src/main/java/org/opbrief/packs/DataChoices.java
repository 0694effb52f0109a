package org.opbrief.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.Parameter.DataColumn;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.Statistics.Calculation;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

/** Accepts for a parameter, besides its choices, what the imported data have in its column. */
record DataChoices(List<Parameter> parameters, Calculation calculation) {

    /** The values, those that come from the data written as they stand there. */
    Map<String, String> settle(Map<String, String> values) throws ReportException {
        Map<String, String> settled = new LinkedHashMap<>(values);
        for (Parameter parameter : parameters) {
            String value = values.get(parameter.name());
            if (value != null
                    && parameter.others().isPresent()
                    && parameter.choices().stream()
                            .noneMatch(choice -> choice.value().equals(value))) {
                settled.put(parameter.name(), settle(parameter, value));
            }
        }
        return settled;
    }

    private String settle(Parameter parameter, String value) throws ReportException {
        List<String> present = values(parameter.others().orElseThrow());
        Optional<String> found = present.stream()
                .filter(value::equals)
                .findFirst()
                .or(() -> present.stream().filter(value::equalsIgnoreCase).findFirst());
        if (found.isPresent()) {
            return found.get();
        }
        Set<String> known = new LinkedHashSet<>();
        parameter.choices().forEach(choice -> known.add(choice.value()));
        known.addAll(present);
        throw new ReportException(
                "The parameter '" + parameter.name() + "' has no value '" + value + "'" + Nearest.hint(value, known));
    }

    private List<String> values(DataColumn of) throws ReportException {
        DataQuery query = new DataQuery(
                "values",
                of.dataSet(),
                List.of(),
                List.of(new Dimension("value", "", of.column(), Grain.VALUE)),
                List.of(new Measure("rows", "", Function.COUNT, Optional.empty(), List.of(), Optional.empty(), 0)),
                Optional.empty(),
                List.of(),
                OptionalInt.empty());
        try {
            Table table = calculation.answer(query).table();
            List<String> values = new ArrayList<>();
            for (int row = 0; row < table.rowCount(); row++) {
                table.cell(row, 0).ifPresent(value -> values.add(value.toString()));
            }
            return values;
        } catch (StatisticsException e) {
            throw new ReportException(e.getMessage(), e);
        }
    }
}
