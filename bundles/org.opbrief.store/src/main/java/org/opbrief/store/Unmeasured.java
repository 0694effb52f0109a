package org.opbrief.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.Unit;

/** A quantity that is zero or blank beside a number that says that there was something: it is not nothing. */
final class Unmeasured implements Suspicion {
    /** More zeros or blanks than one in so many rows are how the file is, not a slip. */
    private static final int FEW = 5;

    private final Filling quantity;
    private final Filling count;
    private long zeros;
    private long blanks;

    Unmeasured(Filling quantity, Filling count) {
        this.quantity = quantity;
        this.count = count;
    }

    /** Whether the one measures what the other counts. */
    static boolean isPossible(DataSet dataSet, Column quantity, Column count) {
        return quantity.type() == ColumnType.DECIMAL
                && quantity.unit().isPresent()
                && count.type() == ColumnType.INTEGER
                && counts(dataSet, count)
                && !dataSet.key().contains(count.name());
    }

    /** Where one column says that it counts, a number that does not say so may be a year. */
    private static boolean counts(DataSet dataSet, Column column) {
        boolean said = dataSet.columns().stream().anyMatch(Unmeasured::isCount);
        return said ? isCount(column) : column.unit().isEmpty();
    }

    private static boolean isCount(Column column) {
        return column.unit().filter(Unit.COUNT::equals).isPresent();
    }

    @Override
    public List<String> aggregates() {
        String counted = Suspicion.name(count) + " > 0";
        return List.of(
                "count_if(" + Suspicion.name(quantity) + " = 0 AND " + counted + ")",
                "count_if(" + Suspicion.name(quantity) + " IS NULL AND " + counted + ")");
    }

    @Override
    public void add(Day day, ResultSet row, int first) throws SQLException {
        zeros += row.getLong(first);
        blanks += row.getLong(first + 1);
    }

    @Override
    public Optional<Finding> finding(long rows) {
        if (isFew(zeros, rows)) {
            return Suspicion.warning(
                    quantity,
                    beside(zeros, "a zero in ")
                            + ": what was counted there was too little to show, or was not measured."
                            + (isFew(blanks, rows) ? " " + beside(blanks, "no value in ") + "." : ""));
        }
        return isFew(blanks, rows)
                ? Suspicion.warning(
                        quantity,
                        beside(blanks, "no value in ")
                                + ": what was counted there was not measured, and blank is not zero.")
                : Optional.empty();
    }

    private String beside(long found, String lacks) {
        return Suspicion.rows(found) + " " + (found == 1 ? "has " : "have ") + lacks + quantity.header()
                + " and a number above zero in " + count.header();
    }

    private static boolean isFew(long found, long rows) {
        return found > 0 && found * FEW <= rows;
    }
}
