package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many digits the numbers of a column have.
 *
 * @param whole most digits before the point
 * @param decimals most digits behind it, zeros at the end not counted
 */
record NumberSizes(int whole, int decimals) {

    /** @param commas whether a column's commas are those before the decimals, by the column's position */
    static Map<Integer, NumberSizes> of(Connection connection, PlainFile file, Map<Integer, Boolean> commas)
            throws SQLException {
        if (commas.isEmpty()) {
            return Map.of();
        }
        List<String> answers = new ArrayList<>();
        commas.forEach((index, comma) -> {
            String number = number(index, comma);
            answers.add("coalesce(max(length(ltrim(split_part(" + number + ", '.', 1), '+-0'))), 0)");
            answers.add("coalesce(max(length(rtrim(split_part(" + number + ", '.', 2), '0'))), 0)");
        });
        return Sql.ask(connection, "SELECT " + String.join(", ", answers) + " FROM " + file.table(), List.of(), row -> {
            row.next();
            Map<Integer, NumberSizes> sizes = new LinkedHashMap<>();
            int column = 1;
            for (Integer index : commas.keySet()) {
                sizes.put(index, new NumberSizes(row.getInt(column), row.getInt(column + 1)));
                column += 2;
            }
            return sizes;
        });
    }

    /** SQL of a number with a point and without an exponent; an empty text for what is none. */
    private static String number(int index, boolean comma) {
        String digits = "regexp_replace(" + ValueKinds.text(index) + ", '[$% ]', '', 'g')";
        NumberForm form = new NumberForm(digits);
        String plain = comma ? form.withPoint() : form.withoutGroups();
        return "CASE WHEN NOT " + new NumberForm(plain).is(NumberForm.DECIMAL) + " THEN '' WHEN contains(lower(" + plain
                + "), 'e') THEN " + Exponents.expand(plain) + " ELSE " + plain + " END";
    }
}
