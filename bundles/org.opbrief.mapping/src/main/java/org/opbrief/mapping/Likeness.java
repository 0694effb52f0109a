package org.opbrief.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.FileColumn;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Nearest;

/**
 * A column of a file that may be a column of a data set, though under a name that the data set does not know.
 *
 * @param confidence 0 to 1
 */
record Likeness(Column column, FileColumn from, double confidence) {
    /** What differs from a known name by its unit alone. */
    static final double SAME_BUT_UNIT = 0.95;

    private static final double MISSPELT = 0.8;
    private static final double SAME_WORDS = 0.85;
    private static final double FEW_WORDS = 0.6;
    /** Values of the vocabulary alone: headers may say anything. */
    private static final double SAME_VALUES = 0.75;

    private static final double LEAST = 0.5;
    private static final int VALUES_NEEDED = 2;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}.*");
    private static final Pattern NUMBER = Pattern.compile("[-+$]?[\\d.,]+([eE][-+]?\\d+)?\\s*%?");

    /** The best pairs, each column of either side in one of them at most. */
    static List<Likeness> of(List<Column> columns, List<FileColumn> from) {
        List<Likeness> all = new ArrayList<>();
        for (Column column : columns) {
            for (FileColumn each : from) {
                double confidence = judge(column, each);
                if (confidence >= LEAST) {
                    all.add(new Likeness(column, each, confidence));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Likeness::confidence).reversed());
        List<Likeness> best = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (Likeness likeness : all) {
            if (!taken.contains(likeness.column) && !taken.contains(likeness.from)) {
                taken.add(likeness.column);
                taken.add(likeness.from);
                best.add(likeness);
            }
        }
        return best;
    }

    Mapping.Field field() {
        return Headers.inItsUnit(column, from.header());
    }

    private static double judge(Column column, FileColumn from) {
        if (!fits(column, from)) {
            return 0;
        }
        return Math.max(byHeader(column, from), byValues(column, from));
    }

    private static double byHeader(Column column, FileColumn from) {
        boolean unitFits = Headers.unitOf(from.header()).isEmpty()
                || Headers.unit(column, from.header()).isPresent();
        if (!unitFits) {
            return 0;
        }
        double best = 0;
        Set<String> words = Headers.words(from.header());
        for (String name : Headers.names(column)) {
            Set<String> known = Headers.words(name);
            if (known.isEmpty() || words.isEmpty()) {
                continue;
            }
            Set<String> common = new HashSet<>(words);
            common.retainAll(known);
            Set<String> either = new HashSet<>(words);
            either.addAll(known);
            double share = common.size() / (double) either.size();
            if (share == 1) {
                best = Math.max(best, Headers.unit(column, from.header()).isPresent() ? SAME_BUT_UNIT : SAME_WORDS);
            } else if (share >= 0.5) {
                best = Math.max(best, FEW_WORDS);
            }
            if (Nearest.misspelt(Headers.bare(name), List.of(Headers.bare(from.header())))
                    .isPresent()) {
                best = Math.max(best, MISSPELT);
            }
        }
        return best;
    }

    /** Only a vocabulary tells enough of values: many columns are dates or numbers. */
    private static double byValues(Column column, FileColumn from) {
        List<Column.Term> terms = column.constraint().vocabulary();
        if (terms.isEmpty() || from.samples().size() < VALUES_NEEDED) {
            return 0;
        }
        Set<String> known = new HashSet<>();
        for (Column.Term term : terms) {
            known.add(term.value().toLowerCase(Locale.ROOT));
            term.synonyms().forEach(synonym -> known.add(synonym.toLowerCase(Locale.ROOT)));
        }
        long fitting = from.samples().stream()
                .filter(sample -> known.contains(sample.strip().toLowerCase(Locale.ROOT)))
                .count();
        return SAME_VALUES * fitting / from.samples().size();
    }

    /** Whether the values could be of the column at all. */
    private static boolean fits(Column column, FileColumn from) {
        Pattern form = column.type() == ColumnType.DATE
                ? DAY
                : column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL ? NUMBER : null;
        if (form == null || column.reading().strip().isPresent()) {
            return true;
        }
        long fitting = from.samples().stream()
                .filter(sample -> form.matcher(sample.strip()).matches())
                .count();
        return 2 * fitting >= from.samples().size();
    }
}
