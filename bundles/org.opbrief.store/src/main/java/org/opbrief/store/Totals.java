package org.opbrief.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Finding;

/** Rows that sum up others and stand among them. */
final class Totals implements Suspicion {
    /** Words for a row that sums up others, in English, German and Spanish. */
    private static final String TOTAL =
            "'((grand |sub-?)?totals?|all( .*)?|sum|overall|gesamt|insgesamt|summe|bund(esrepublik.*|esgebiet)?|suma)'";
    /** With what these words begin: that spares most rows the expression. */
    private static final String BEGINNINGS = "('tot', 'gra', 'sub', 'all', 'sum', 'ove', 'ges', 'ins', 'bun')";

    private final Filling filling;
    private long found;
    private Optional<String> example = Optional.empty();

    Totals(Filling filling) {
        this.filling = filling;
    }

    /** A closed vocabulary has no words for sums. */
    static boolean isPossible(Column column) {
        return column.type() == ColumnType.TEXT
                && (column.constraint().vocabulary().isEmpty()
                        || column.constraint().open());
    }

    @Override
    public List<String> aggregates() {
        String name = Suspicion.name(filling);
        String sums = "CASE WHEN lower(left(ltrim(" + name + "), 3)) IN " + BEGINNINGS
                + " THEN regexp_full_match(lower(trim(" + name + ")), " + TOTAL + ") ELSE false END";
        return List.of("count_if(" + sums + ")", "min(" + name + ") FILTER (" + sums + ")");
    }

    @Override
    public void add(Day day, ResultSet row, int first) throws SQLException {
        found += row.getLong(first);
        if (example.isEmpty()) {
            example = Optional.ofNullable(row.getString(first + 1));
        }
    }

    @Override
    public Optional<Finding> finding(long rows) {
        return found == 0 || found == rows
                ? Optional.empty()
                : Suspicion.warning(
                        filling,
                        Suspicion.rows(found) + " with \"" + example.orElseThrow() + "\" in " + filling.header() + " "
                                + (found == 1 ? "seems" : "seem")
                                + " to sum up others: parts and wholes stand in one column, and a plain sum counts"
                                + " twice.");
    }
}
