package org.opbrief.mapping;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.ImportPlan.Begun;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A data set that a file began, as YAML like that of packs. */
final class DefinitionText {
    private final Dump dump = new Dump(DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(120)
            .build());

    String of(ImportPlan plan) {
        DataSet dataSet = plan.dataSet();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("id", dataSet.id());
        head.put("title", dataSet.title());
        head.put("description", dataSet.description());
        StringBuilder text = new StringBuilder(
                "# A data set of this workspace, begun by an import. It can be edited:"
                        + " titles, descriptions, units, vocabularies,\n# rules; and moved into the folder datasets of a pack.\n");
        text.append(dump.dumpToString(head)).append("columns:\n");
        for (Begun begun : plan.begun()) {
            text.append("  # ").append(comment(begun)).append('\n');
            String column = dump.dumpToString(Map.of(begun.column().name(), column(begun.column())));
            text.append(column.replaceAll("(?m)^(?=.)", "  "));
        }
        return text.toString();
    }

    /** A comment is one line of what can be printed. */
    private static String comment(Begun begun) {
        String blanks = begun.blanks() == 0
                ? ""
                : "; " + String.format(Locale.ROOT, "%,d", begun.blanks())
                        + (begun.blanks() == 1 ? " blank" : " blanks");
        return (begun.why() + blanks).replaceAll("\\s+", " ").replaceAll("\\p{C}", "?");
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("title", column.title());
        keys.put("type", column.type().name().toLowerCase(Locale.ROOT));
        if (column.type() == ColumnType.DECIMAL) {
            keys.put("scale", column.scale());
        }
        column.unit().ifPresent(unit -> keys.put("unit", unit.id()));
        if (!column.reading().headers().isEmpty()) {
            keys.put("headers", column.reading().headers());
        }
        column.reading().strip().ifPresent(expression -> keys.put("strip", expression));
        return keys;
    }
}
