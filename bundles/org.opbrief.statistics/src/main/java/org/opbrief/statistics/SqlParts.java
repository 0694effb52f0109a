package org.opbrief.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.QualifiedAsterisk;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.Sequence;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.QOM;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.statistics.StatisticsException;

/**
 * Sees every part of a SELECT while it is written, and refuses all tables but data sets and what the SELECT itself
 * defines.
 */
final class SqlParts implements VisitListener {
    private final Subject subject;
    private final Schema schema;
    private final Map<String, DataSet> read = new LinkedHashMap<>();
    private final List<String> defined = new ArrayList<>();
    private Optional<StatisticsException> refused = Optional.empty();

    SqlParts(Subject subject, Schema schema) {
        this.subject = subject;
        this.schema = schema;
    }

    /** The data sets that are read, if nothing was refused. */
    List<DataSet> dataSets() throws StatisticsException {
        if (refused.isPresent()) {
            throw refused.get();
        }
        return List.copyOf(read.values());
    }

    @Override
    public void visitStart(VisitContext visit) {
        QueryPart part = visit.queryPart();
        if (part instanceof QOM.With with) {
            with(visit, with);
        } else if (part instanceof Select<?> select) {
            select(select);
        } else if (part instanceof Sequence<?>) {
            refuse("its SQL counts a sequence on, which only reading does not allow.");
        } else if (part.getClass().getSimpleName().equals("TruncDate")) {
            // jOOQ reads date_trunc and cannot write it, and has no interface for it
            refuse("its SQL has date_trunc, which cannot be written for the store; extract year and month,"
                    + " or let a query without SQL take a date by month.");
        } else if (part instanceof Table<?> table) {
            table(visit, table);
        }
    }

    /** A table that WITH defines can be read by what follows, not by itself. */
    @Override
    public void visitEnd(VisitContext visit) {
        if (visit.queryPart() instanceof CommonTableExpression<?> table) {
            defined.add(table.getName());
        }
    }

    private void with(VisitContext visit, QOM.With with) {
        if (visit.queryPartsLength() > 2) {
            refuse("its SQL has a WITH inside another part; write all of them at its beginning.");
        }
        if (with.$recursive()) {
            refuse("its SQL has WITH RECURSIVE, which is not portable.");
        }
    }

    private void select(Select<?> select) {
        if (select.$intoTable() != null) {
            refuse("its SQL writes INTO a table, but queries only read.");
        }
        if (select.$qualify() != null) {
            refuse("its SQL has QUALIFY, which is not portable; put the window into a derived table and use WHERE.");
        }
    }

    private void table(VisitContext visit, Table<?> table) {
        boolean structure = table instanceof QOM.TableAlias<?>
                || table instanceof QOM.JoinTable<?, ?>
                || table instanceof QOM.DerivedTable<?>
                || table instanceof QOM.Lateral<?>
                || table instanceof QOM.Values<?>
                || table instanceof CommonTableExpression<?>;
        if (structure || qualifies(visit)) {
            return;
        }
        if (table.getTableType() != TableType.TABLE) {
            refuse("its SQL reads " + table.getName() + ", which is no data set.");
            return;
        }
        String name = table.getName();
        boolean plain = table.getQualifiedName().getName().length == 1;
        if (plain && defined.contains(name)) {
            return;
        }
        Optional<DataSet> dataSet = plain ? schema.ofTable(name) : Optional.empty();
        if (dataSet.isPresent()) {
            read.put(dataSet.get().id(), dataSet.get());
        } else {
            String shown = String.join(".", table.getQualifiedName().getName());
            refuse("its SQL reads the table " + shown + ", which is no data set"
                    + Nearest.hint(shown, schema.tableNames()));
        }
    }

    /** In {@code s.drug} and {@code s.*} the name is only one that stands elsewhere. */
    private static boolean qualifies(VisitContext visit) {
        int parent = visit.queryPartsLength() - 2;
        QueryPart part = parent < 0 ? null : visit.queryParts()[parent];
        return part instanceof QualifiedAsterisk || part instanceof Field<?>;
    }

    private void refuse(String sentence) {
        if (refused.isEmpty()) {
            refused = Optional.of(subject.wrong(sentence));
        }
    }
}
