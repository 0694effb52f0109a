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
 * @param shown SQL of the text as messages show it
 * @param notation empty if the values of the file tell how they are written
 * @param conversion from the file's unit to the column's
 * @param lookup of what the text leads to
 */
record Filling(
        Column column,
        String header,
        String raw,
        String shown,
        Optional<Notation> notation,
        Optional<Conversion> conversion,
        Optional<Lookup> lookup) {

    /** @param fields SQL of the fields of the file by header */
    static Filling of(Column column, Mapping.Field field, UnaryOperator<String> fields) {
        if (field instanceof Mapping.Constant constant) {
            return plain(column, "", Sql.text(constant.value()));
        }
        if (field instanceof Mapping.FromPeriod period) {
            String day =
                    new PeriodStart(fields.apply(period.year()), period.month().map(fields), period.fiscal()).text();
            return plain(column, period.year(), day);
        }
        if (field instanceof Mapping.Through through) {
            String raw = fields.apply(through.header());
            return new Filling(
                    column,
                    through.header(),
                    raw,
                    raw,
                    Optional.of(Notation.PLAIN),
                    Optional.empty(),
                    Lookup.of(column, through));
        }
        Mapping.FromHeader from = (Mapping.FromHeader) field;
        String raw = Synonyms.replaced(fields.apply(from.header()), from.values());
        return from.dates().isPresent()
                ? plain(column, from.header(), new DayPattern(from.dates().get()).read(raw))
                : number(column, from, raw, fields);
    }

    private static Filling plain(Column column, String header, String raw) {
        return new Filling(column, header, raw, raw, Optional.of(Notation.PLAIN), Optional.empty(), Optional.empty());
    }

    /** A number may have a unit elsewhere, or behind it; what is no number has none. */
    private static Filling number(Column column, Mapping.FromHeader from, String raw, UnaryOperator<String> fields) {
        boolean behind = from.unit()
                .filter(unit -> unit instanceof Mapping.UnitOfRow ofRow
                        && ofRow.header().equals(from.header()))
                .isPresent();
        UnaryOperator<String> units = behind ? header -> UnitWords.behind(fields.apply(header)) : fields;
        String number = behind ? UnitWords.before(raw) : raw;
        Optional<Conversion> conversion = from.unit().flatMap(unit -> Conversion.of(column, unit, units));
        String relevant = conversion.map(each -> each.relevant(number)).orElse(number);
        return new Filling(
                column,
                from.header(),
                relevant,
                behind ? raw : relevant,
                Optional.empty(),
                conversion,
                Optional.empty());
    }

    /** The same, of which is known how the values are written. */
    Filling written(Notation known) {
        return new Filling(column, header, raw, shown, Optional.of(known), conversion, lookup);
    }

    /** Whether its values have to tell how they are written. */
    boolean isOpen() {
        return notation.isEmpty();
    }
}
