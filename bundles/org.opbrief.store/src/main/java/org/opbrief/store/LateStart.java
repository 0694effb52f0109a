package org.opbrief.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Finding;

/** A column that begins later than the others: blank before something was recorded is not zero. */
final class LateStart implements Suspicion {
    /** Fewer rows, or a smaller part of all, may be blank by chance. */
    private static final int SOME = 3;

    private static final int PART = 20;

    private final Filling filling;
    private Optional<String> start = Optional.empty();
    private long before;
    private long later;
    private long filled;

    LateStart(Filling filling) {
        this.filling = filling;
    }

    static boolean isPossible(Column column) {
        return column.type() != ColumnType.TEXT
                && column.type() != ColumnType.DATE
                && !column.constraint().required();
    }

    @Override
    public List<String> aggregates() {
        return List.of("count(" + Suspicion.name(filling) + ")");
    }

    @Override
    public void add(Day day, ResultSet row, int first) throws SQLException {
        if (day.date().isEmpty()) {
            return;
        }
        long values = row.getLong(first);
        filled += values;
        if (start.isEmpty() && values > 0) {
            start = day.date();
        }
        if (start.isEmpty()) {
            before += day.rows();
        } else {
            later += day.rows();
        }
    }

    @Override
    public Optional<Finding> finding(long rows) {
        boolean mostlyFilled = filled * 2 >= later;
        boolean manyBefore = before >= SOME && before * PART >= before + later;
        return start.isPresent() && mostlyFilled && manyBefore
                ? Suspicion.warning(
                        filling,
                        filling.header() + " has no value in the " + Suspicion.rows(before) + " before " + start.get()
                                + " and mostly has one from then on: blank is not zero there.")
                : Optional.empty();
    }
}
