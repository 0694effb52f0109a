package org.opbrief.store;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Mapping;

/**
 * How a column is filled from a record of a file.
 *
 * @param header what messages call the column of the file; empty for a constant
 * @param raw SQL of the text that is read
 * @param notation empty if the values of the file tell how they are written
 * @param conversion from the file's unit to the column's
 */
record Filling(Column column, String header, String raw, Optional<Notation> notation, Optional<Conversion> conversion) {

    /** @param fields SQL of the fields of the file by header */
    static Filling of(Column column, Mapping.Field field, UnaryOperator<String> fields) {
        if (field instanceof Mapping.Constant constant) {
            return new Filling(column, "", Sql.text(constant.value()), Optional.of(Notation.PLAIN), Optional.empty());
        }
        if (field instanceof Mapping.FromPeriod period) {
            String day =
                    new PeriodStart(fields.apply(period.year()), period.month().map(fields), period.fiscal()).text();
            return new Filling(column, period.year(), day, Optional.of(Notation.PLAIN), Optional.empty());
        }
        Mapping.FromHeader from = (Mapping.FromHeader) field;
        String raw = Synonyms.replaced(fields.apply(from.header()), from.values());
        if (from.dates().isPresent()) {
            return new Filling(
                    column,
                    from.header(),
                    new DayPattern(from.dates().get()).read(raw),
                    Optional.of(Notation.PLAIN),
                    Optional.empty());
        }
        boolean inCell = from.unit()
                .filter(unit -> unit instanceof Mapping.UnitOfRow ofRow
                        && ofRow.header().equals(from.header()))
                .isPresent();
        UnaryOperator<String> units = inCell ? header -> UnitWords.behind(fields.apply(header)) : fields;
        String number = inCell ? UnitWords.before(raw) : raw;
        Optional<Conversion> conversion = from.unit().flatMap(unit -> Conversion.of(column, unit, units));
        String relevant = conversion.map(each -> each.relevant(number)).orElse(number);
        return new Filling(column, from.header(), relevant, Optional.empty(), conversion);
    }

    /** The same, of which is known how the values are written. */
    Filling written(Notation known) {
        return new Filling(column, header, raw, Optional.of(known), conversion);
    }

    /** Whether its values have to tell how they are written. */
    boolean isOpen() {
        return notation.isEmpty();
    }
}
