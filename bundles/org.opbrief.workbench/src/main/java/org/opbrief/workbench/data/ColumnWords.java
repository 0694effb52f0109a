package org.opbrief.workbench.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.FileColumn;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mapping.Constant;
import org.opbrief.api.data.Mapping.FromHeader;
import org.opbrief.api.data.Mapping.FromPeriod;
import org.opbrief.api.data.Mapping.SameUnit;
import org.opbrief.api.data.Mapping.Through;
import org.opbrief.api.data.Mapping.UnitOfRow;
import org.opbrief.api.data.Proposal.Basis;
import org.opbrief.api.data.Unit;

/** What is to be said of how a file fills the columns of its data set. */
record ColumnWords(ImportFile file) {
    private static final int SAMPLES = 4;
    /** From here on a guess is named so. */
    private static final double ALMOST = 0.9;

    private static final double LIKELY = 0.8;

    /** Where the values of a column come from. */
    String from(Column column) {
        return field(column).map(ColumnWords::from).orElse(Messages.get("columns.none"));
    }

    static String from(Mapping.Field field) {
        if (field instanceof Constant constant) {
            return Messages.get("columns.constant.of", constant.value());
        }
        if (field instanceof FromPeriod period) {
            String year = Messages.get(period.fiscal() ? "columns.fiscal" : "columns.year", period.year());
            return period.month()
                    .map(month -> Messages.get("columns.month", year, month))
                    .orElse(year);
        }
        if (field instanceof Through through) {
            return Messages.get("columns.through", through.header(), through.vocabulary());
        }
        FromHeader from = (FromHeader) field;
        return from.header()
                + from.dates()
                        .map(pattern -> Messages.get("columns.dates", pattern))
                        .orElse("")
                + (from.values().isEmpty()
                        ? ""
                        : Messages.get("columns.values", from.values().size()))
                + from.separator()
                        .map(separator -> Messages.get("columns.separator", separator))
                        .orElse("");
    }

    /** In which unit the file has a column's numbers; empty if they have none, or nothing fills it. */
    String unit(Column column) {
        return field(column)
                .filter(FromHeader.class::isInstance)
                .flatMap(field -> unit(column, ((FromHeader) field).unit()))
                .orElse("");
    }

    private static Optional<String> unit(Column column, Optional<Mapping.NumberUnit> given) {
        if (given.isPresent()) {
            return given.map(unit -> unit instanceof SameUnit same
                    ? shown(same.unit())
                    : Messages.get("columns.unit.row", ((UnitOfRow) unit).header()));
        }
        return column.unit().map(ColumnWords::shown);
    }

    static String shown(Unit unit) {
        return unit.symbol().isEmpty() ? unit.id() : unit.symbol();
    }

    /** How sure it is that it is so, and why. */
    String sure(Column column) {
        Optional<Mapping.Field> field = field(column);
        if (isMissing(column)) {
            return Messages.get("columns.missing");
        }
        if (file.isChanged(column)) {
            return Messages.get("columns.sure.you");
        }
        if (field.isEmpty()) {
            return Messages.get(isNeeded(column) ? "columns.needed" : "columns.empty");
        }
        if (file.fit().filter(fit -> fit.proposal().basis() == Basis.REMEMBERED).isPresent()) {
            return Messages.get("columns.sure.before");
        }
        double sure = file.fit()
                .map(fit -> fit.proposal().confidence().getOrDefault(column.name(), 1.0))
                .orElse(1.0);
        long percent = Math.round(sure * 100);
        if (sure == 1) {
            return Messages.get("columns.sure.name");
        }
        return Messages.get(
                sure >= ALMOST ? "columns.sure.almost" : sure >= LIKELY ? "columns.sure.likely" : "columns.sure.guess",
                percent);
    }

    /** Whether rows cannot be imported as it is: the column is needed and nothing fills it, or what the file has not. */
    boolean isWrong(Column column) {
        return isMissing(column) || field(column).isEmpty() && isNeeded(column);
    }

    private boolean isNeeded(Column column) {
        return column.constraint().required()
                || file.dataSet().orElseThrow().key().contains(column.name());
    }

    private boolean isMissing(Column column) {
        return field(column)
                .filter(field -> field instanceof FromHeader from
                        && file.column(from.header()).isEmpty())
                .isPresent();
    }

    /** Some values of the file. */
    String samples(Column column) {
        return field(column)
                .filter(FromHeader.class::isInstance)
                .flatMap(field -> file.column(((FromHeader) field).header()))
                .map(from -> from.samples().stream().limit(SAMPLES).collect(Collectors.joining(" · ")))
                .orElse("");
    }

    /** Headers of the file that fill nothing. */
    List<String> unused() {
        List<String> used = file.fields().values().stream()
                .flatMap(field -> headers(field).stream())
                .toList();
        return file.beginning().columns().stream()
                .map(FileColumn::header)
                .filter(header -> !used.contains(header))
                .toList();
    }

    private static List<String> headers(Mapping.Field field) {
        if (field instanceof FromPeriod period) {
            return period.month().map(month -> List.of(period.year(), month)).orElse(List.of(period.year()));
        }
        if (field instanceof Through through) {
            return List.of(through.header());
        }
        if (field instanceof FromHeader from) {
            return from.unit()
                    .filter(UnitOfRow.class::isInstance)
                    .map(unit -> List.of(from.header(), ((UnitOfRow) unit).header()))
                    .orElse(List.of(from.header()));
        }
        return List.of();
    }

    private Optional<Mapping.Field> field(Column column) {
        return Optional.ofNullable(file.fields().get(column.name()));
    }
}
