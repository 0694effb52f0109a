package org.opbrief.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.Column.Term;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;

/** Data sets for tests. */
final class Sets {
    static final Constraint REQUIRED = new Constraint(true, Optional.empty(), Optional.empty(), List.of());
    static final Constraint NOT_NEGATIVE =
            new Constraint(false, Optional.of(BigDecimal.ZERO), Optional.empty(), List.of());

    private Sets() {}

    static DataSet seizure() {
        return of(
                "seizure",
                List.of("seizure_id"),
                List.of(new DataSet.Rule(
                        "has neither a mass nor a number of units", Map.of(), List.of(), List.of("mass_kg", "units"))),
                column("seizure_id", ColumnType.TEXT, REQUIRED),
                column("state", ColumnType.TEXT, Constraint.NONE),
                column("seized", ColumnType.DATE, REQUIRED),
                column(
                        "drug",
                        ColumnType.TEXT,
                        words(true, term("fentanyl", "fent"), term("methamphetamine", "meth", "ice"), term("other"))),
                decimal("mass_kg", 3, NOT_NEGATIVE),
                column("units", ColumnType.INTEGER, NOT_NEGATIVE));
    }

    static DataSet of(String id, List<String> key, List<DataSet.Rule> rules, Column... columns) {
        return new DataSet(id, id, "", "", List.of(columns), key, rules);
    }

    static Column column(String name, ColumnType type, Constraint constraint) {
        return new Column(name, name, "", type, 0, Optional.empty(), Reading.PLAIN, constraint);
    }

    static Column decimal(String name, int scale, Constraint constraint) {
        return new Column(name, name, "", ColumnType.DECIMAL, scale, Optional.empty(), Reading.PLAIN, constraint);
    }

    static Column reading(String name, ColumnType type, int scale, Reading reading) {
        return new Column(name, name, "", type, scale, Optional.empty(), reading, Constraint.NONE);
    }

    static Constraint words(boolean required, Term... terms) {
        return new Constraint(required, Optional.empty(), Optional.empty(), List.of(terms));
    }

    static Term term(String value, String... synonyms) {
        return new Term(value, value, List.of(synonyms));
    }
}
