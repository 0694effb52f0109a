package org.opbrief.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.data.Unit;

/** Numbers and lists in words. */
final class Words {

    private Words() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** With all its digits, or with twelve behind the decimal point if it has more. */
    static String number(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0.############", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(value);
    }

    /** A number with the symbol of its unit, e.g. {@code 2,949 kg} or {@code $1,000}. */
    static String amount(BigDecimal value, Optional<Unit> unit) {
        String symbol = unit.map(Unit::symbol).orElse("");
        if (symbol.equals("$")) {
            return (value.signum() < 0 ? "-$" : "$") + number(value.abs());
        }
        return number(value) + (symbol.isEmpty() ? "" : " " + symbol);
    }

    static String rows(long count) {
        return count == 1 ? "1 row" : number(count) + " rows";
    }

    static List<String> wrapped(String firstIndent, String indent, String text) {
        return wrapped(firstIndent, indent, text, Opbrief.WIDTH);
    }

    /** The text in lines of at most so many characters; a longer word has a line of its own. */
    static List<String> wrapped(String firstIndent, String indent, String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(firstIndent);
        boolean empty = true;
        for (String word : text.strip().split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /** {@code a, b and c}. */
    static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }
}
