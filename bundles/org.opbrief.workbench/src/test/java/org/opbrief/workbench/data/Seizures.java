package org.opbrief.workbench.data;

import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.Column.Term;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;

/** A data set for tests, and stores with rows of it. */
final class Seizures {
    static final DataSet SET = new DataSet(
            "drug-seizure",
            "Drug seizures",
            "One exhibit of a seizure.",
            "",
            List.of(
                    column("seizure_id", "Seizure", ColumnType.TEXT, 0, Optional.empty()),
                    column("division", "Division", ColumnType.TEXT, 0, Optional.empty()),
                    column("seized", "Seized", ColumnType.DATE, 0, Optional.empty()),
                    new Column(
                            "drug",
                            "Drug",
                            "",
                            ColumnType.TEXT,
                            0,
                            Optional.empty(),
                            Reading.PLAIN,
                            new Constraint(
                                    true,
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of(
                                            new Term("fentanyl", "Fentanyl", List.of("fent")),
                                            new Term("meth", "Methamphetamine", List.of("ice")),
                                            new Term("cocaine", "Cocaine", List.of())))),
                    column("mass_kg", "Mass", ColumnType.DECIMAL, 3, Optional.of(Unit.KILOGRAM)),
                    column("units", "Pills", ColumnType.INTEGER, 0, Optional.of(Unit.PILL)),
                    column("lab", "Laboratory", ColumnType.BOOLEAN, 0, Optional.empty())),
            List.of("seizure_id"),
            List.of());

    private Seizures() {}

    private static Column column(String name, String title, ColumnType type, int scale, Optional<Unit> unit) {
        return new Column(name, title, "", type, scale, unit, Reading.PLAIN, Constraint.NONE);
    }

    /** Three batches of as many lines each; every fifth line was rejected. Seven divisions; each third mass is missing. */
    static MemoryStore store(long lines) {
        MemoryStore store = new MemoryStore();
        store.run("create table drug_seizure as select 'S-' || _batch || '-' || _line as seizure_id,"
                + " 'Division ' || (_line * 7919 % 7) as division,"
                + " date '2018-01-01' + cast(_line * 31 % 2000 as int) as seized,"
                + " case _line % 4 when 0 then 'fentanyl' when 1 then 'cocaine' else 'meth' end as drug,"
                + " case when _line % 3 = 0 then null else cast(_line * 7907 % 10007 as decimal(18, 3)) / 8 end::decimal(18, 3)"
                + " as mass_kg, case when _line % 4 = 0 then _line * 13 % 1000 end as units,"
                + " case when _line % 10 = 1 then null else _line % 2 = 0 end as lab, _batch, _line"
                + " from (select cast(i // " + lines + " + 1 as bigint) as _batch, cast(i % " + lines
                + " + 2 as bigint) as _line from range(" + 3 * lines + ") t(i)) where _line % 5 <> 0");
        for (int i = 1; i <= 3; i++) {
            store.add(SET.id(), "seizures-" + i + ".csv", lines - lines / 5, lines / 5);
        }
        return store;
    }
}
