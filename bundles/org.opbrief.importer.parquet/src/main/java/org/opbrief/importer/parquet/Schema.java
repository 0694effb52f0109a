package org.opbrief.importer.parquet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;

/** What of a Parquet file's fields has a place in a table. */
final class Schema {
    static final int MOST_COLUMNS = 4_096;
    private static final String ROW = "file_row_number";

    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Schema() {}

    static Schema of(String file, Engine engine) throws SQLException, ImportException {
        Schema schema = new Schema();
        List<String[]> columns = engine.ask("DESCRIBE SELECT * FROM " + engine.table(), results -> {
            List<String[]> found = new ArrayList<>();
            while (results.next()) {
                found.add(new String[] {results.getString(1), results.getString(2)});
            }
            return found;
        });
        for (String[] column : columns) {
            if (!column[0].equals(ROW)) {
                schema.add(column[0], Engine.name(column[0]), FieldType.of(column[1]));
            }
        }
        schema.refuseUnclear(file);
        return schema;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    List<Finding> findings() {
        return findings;
    }

    private void add(String header, String sql, FieldType type) {
        String stripped = header.strip();
        switch (type.kind()) {
            case STRUCT ->
                type.fields().forEach((name, field) -> add(header + "." + name, sql + "." + Engine.name(name), field));
            case LIST -> {
                leaves.add(new Leaf(
                        stripped,
                        "array_to_string(list_transform(" + sql + ", lambda x: "
                                + type.element().text("x") + "), '; ')"));
                findings.add(Finding.note("The column " + stripped + " is a list; its values are joined with \"; \".")
                        .of(stripped));
            }
            case PLAIN -> leaves.add(new Leaf(stripped, type.text(sql)));
            case LEFT_OUT ->
                findings.add(Finding.warning("The field " + stripped + " is of the type " + type.name()
                        + ", which has no place in a table; it is left out."));
        }
    }

    private void refuseUnclear(String file) throws ImportException {
        if (leaves.isEmpty()) {
            throw new ImportException(file + " has no column that has a place in a table.");
        }
        if (leaves.size() > MOST_COLUMNS) {
            throw new ImportException(file + " has " + String.format(Locale.ROOT, "%,d", leaves.size())
                    + " columns; at most " + String.format(Locale.ROOT, "%,d", MOST_COLUMNS) + " can be imported.");
        }
        Set<String> seen = new HashSet<>();
        for (Leaf leaf : leaves) {
            if (leaf.header().isEmpty()) {
                throw new ImportException(file + " has a column without a name; give it one.");
            }
            if (!seen.add(leaf.header().toLowerCase(Locale.ROOT))) {
                throw new ImportException(file + " names the column " + leaf.header() + " twice; rename one.");
            }
        }
    }
}
