package org.opbrief.mapping;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mapping.Constant;
import org.opbrief.api.data.Mapping.FromHeader;
import org.opbrief.api.data.Mapping.FromPeriod;
import org.opbrief.api.data.Mapping.SameUnit;
import org.opbrief.api.data.Mapping.Through;
import org.opbrief.api.data.Mapping.UnitOfRow;
import org.opbrief.api.data.Mappings.Saved;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Mappings and plans as YAML. */
final class MappingText {
    private final Dump dump = new Dump(DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(120)
            .build());

    String of(Saved saved) {
        Map<String, Object> all = mapping(saved.mapping());
        read(all, new TreeMap<>(saved.layout()));
        return "# Which columns of a file fill which columns of the data set. Headers stand here as in the file.\n"
                + dump.dumpToString(all);
    }

    private static void read(Map<String, Object> all, Map<String, String> layout) {
        if (!layout.isEmpty()) {
            all.put("read", layout);
        }
    }

    String of(ImportPlan plan) {
        Map<String, Object> all = mapping(plan.proposal().mapping());
        read(all, plan.layout());
        Batch batch = plan.batch();
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("file", batch.file());
        found.put("sha256", batch.sha256());
        found.put("as-of", batch.asOf().toString());
        found.put("form", batch.form());
        found.put("headers", plan.headers());
        found.put("types", types(plan));
        found.put("rows", batch.rowsRead());
        found.put("to-be-imported", batch.rowsAccepted());
        found.put("rejected", batch.rowsRejected());
        found.put("mapping-from", plan.proposal().basis().name().toLowerCase(Locale.ROOT));
        Map<String, Object> unsure = new LinkedHashMap<>();
        plan.proposal().mapping().fields().keySet().forEach(column -> {
            double confidence = plan.proposal().confidence().getOrDefault(column, 1.0);
            if (confidence < 1) {
                unsure.put(column, confidence);
            }
        });
        if (!unsure.isEmpty()) {
            found.put("confidence", unsure);
        }
        found.put(
                "findings",
                plan.findings().stream()
                        .map(finding -> Map.of(finding.severity().name().toLowerCase(Locale.ROOT), finding.text()))
                        .toList());
        found.put(
                "first-rejects",
                plan.problems().stream()
                        .map(problem -> problem.at(batch.place()))
                        .toList());
        all.put("plan", found);
        return "# What an import of " + batch.file()
                + " would do. \"columns\" and \"read\" can be edited and given to it with --mapping;\n"
                + "# \"plan\" is for people and not read.\n" + dump.dumpToString(all);
    }

    private static Map<String, Object> types(ImportPlan plan) {
        Map<String, Object> types = new LinkedHashMap<>();
        for (Column column : plan.dataSet().columns()) {
            if (plan.proposal().mapping().fields().containsKey(column.name())) {
                String reading = plan.readings().getOrDefault(column.name(), "");
                types.put(
                        column.name(),
                        column.type().name().toLowerCase(Locale.ROOT)
                                + column.unit().map(unit -> " in " + unit.id()).orElse("")
                                + (reading.isEmpty() ? "" : ", " + reading));
            }
        }
        return types;
    }

    private static Map<String, Object> mapping(Mapping mapping) {
        Map<String, Object> columns = new LinkedHashMap<>();
        mapping.fields().forEach((column, field) -> columns.put(column, field(field)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("data-set", mapping.dataSet());
        all.put("columns", columns);
        return all;
    }

    private static Object field(Mapping.Field field) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (field instanceof Constant constant) {
            keys.put("constant", constant.value());
        } else if (field instanceof FromPeriod period) {
            keys.put(period.fiscal() ? "fiscal-year" : "year", period.year());
            period.month().ifPresent(month -> keys.put("month", month));
        } else if (field instanceof Through through) {
            keys.put("from", through.header());
            keys.put("through", through.vocabulary());
        } else if (field instanceof FromHeader from) {
            if (from.equals(FromHeader.plain(from.header()))) {
                return from.header();
            }
            keys.put("from", from.header());
            from.unit().ifPresent(unit -> {
                if (unit instanceof SameUnit same) {
                    keys.put("unit", same.unit().id());
                } else if (unit instanceof UnitOfRow ofRow) {
                    keys.put("unit-from", ofRow.header());
                    if (!ofRow.units().isEmpty()) {
                        Map<String, Object> units = new LinkedHashMap<>();
                        ofRow.units().forEach((word, each) -> units.put(word, each.id()));
                        keys.put("units", units);
                    }
                }
            });
            if (!from.values().isEmpty()) {
                keys.put("values", from.values());
            }
            from.dates().ifPresent(pattern -> keys.put("dates", pattern));
            from.separator().ifPresent(separator -> keys.put("separator", separator));
        }
        return keys;
    }
}
