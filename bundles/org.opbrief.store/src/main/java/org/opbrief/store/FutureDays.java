package org.opbrief.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Finding;

/** Days after the day whose state the data describe. */
final class FutureDays implements Suspicion {
    private final Filling filling;
    private final LocalDate asOf;
    private long found;

    FutureDays(Filling filling, LocalDate asOf) {
        this.filling = filling;
        this.asOf = asOf;
    }

    @Override
    public List<String> aggregates() {
        return List.of("count_if(" + Suspicion.name(filling) + " > DATE '" + asOf + "')");
    }

    @Override
    public void add(Day day, ResultSet row, int first) throws SQLException {
        found += row.getLong(first);
    }

    @Override
    public Optional<Finding> finding(long rows) {
        return found == 0
                ? Optional.empty()
                : Suspicion.warning(
                        filling,
                        Suspicion.rows(found) + " of " + filling.header() + " " + (found == 1 ? "is" : "are")
                                + " after " + asOf + ", the day whose state the data describe.");
    }
}
