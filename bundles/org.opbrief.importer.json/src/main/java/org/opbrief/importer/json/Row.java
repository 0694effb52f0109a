package org.opbrief.importer.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One record: a cell for each path of keys, in order, or why it has none. */
final class Row {
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private String failure = "";

    /** @param reason in words that follow a colon */
    static Row failed(String reason) {
        Row row = new Row();
        row.fail(reason);
        return row;
    }

    void put(String path, Cell cell) {
        if (cells.size() > Columns.MOST) {
            fail("has more than " + JsonFault.number(Columns.MOST) + " keys");
        } else if (cells.put(path, cell) != null) {
            fail("has the key " + path + " twice");
        }
        if (path.isBlank()) {
            fail("has a key without a name");
        }
        Texts.flaw(path).ifPresent(flaw -> fail("has a key that " + flaw));
        Texts.flaw(cell.text()).ifPresent(flaw -> fail("has a value under " + path + " that " + flaw));
    }

    /** The first failure counts. */
    void fail(String reason) {
        if (failure.isEmpty()) {
            failure = reason;
        }
    }

    Optional<String> failure() {
        return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
    }

    Map<String, Cell> cells() {
        return cells;
    }
}
