package org.opbrief.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.Node;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Unit;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.statistics.Figure;

/**
 * What stands for placeholders in running text. Plain counts below 10 are spelled there and 0 is "no", while tiles and
 * tables have numerals.
 */
final class Words {
    private static final String ENDS = ".!?";
    private static final String CLOSES = "\"'”’)]»";
    private static final String OPENS = "\"'“‘([«¿¡";

    private final Map<String, Figure> figures;
    private final Map<String, String> parameters;
    private final Language language;

    Words(Map<String, Figure> figures, Map<String, String> parameters, Language language) {
        this.figures = figures;
        this.parameters = parameters;
        this.language = language;
    }

    /** @param figure id of the figure that is told; empty if a parameter is */
    record Word(String text, Optional<String> figure) {}

    /** @param before the text of the block so far */
    Word of(Place place, Node node, String name, String before) throws ReportException {
        if (name.startsWith("$")) {
            String parameter = name.substring(1);
            String value = parameters.get(parameter);
            if (value == null) {
                throw place.wrong(
                        node,
                        "there is no parameter " + parameter + " that has a value"
                                + Nearest.hint(parameter, sorted(parameters)));
            }
            return new Word(value, Optional.empty());
        }
        Figure figure = figures.get(name);
        if (figure == null) {
            throw place.wrong(node, "there is no figure " + name + Nearest.hint(name, sorted(figures)));
        }
        String text = spelled(figure).orElse(figure.words());
        return new Word(startsSentence(before) ? capitalised(text) : text, Optional.of(name));
    }

    private static List<String> sorted(Map<String, ?> known) {
        return known.keySet().stream().sorted().toList();
    }

    private Optional<String> spelled(Figure figure) {
        boolean small = figure.value().signum() >= 0 && figure.value().compareTo(BigDecimal.TEN) < 0;
        boolean counts = figure.unit().dimension() == Unit.Dimension.COUNT;
        boolean digit =
                figure.words().length() == 1 && Character.isDigit(figure.words().charAt(0));
        return small && counts && digit
                ? language.spelled(Character.digit(figure.words().charAt(0), 10))
                : Optional.empty();
    }

    private static String capitalised(String text) {
        int first = text.offsetByCodePoints(0, text.isEmpty() ? 0 : 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    /** Whether what follows this text begins a sentence: at the start of a block, or after a full stop and a space. */
    private boolean startsSentence(String before) {
        int end = before.length();
        while (end > 0 && OPENS.indexOf(before.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == 0) {
            return true;
        }
        if (!Character.isWhitespace(before.charAt(end - 1))) {
            return false;
        }
        String said = before.substring(0, end).stripTrailing();
        while (!said.isEmpty() && CLOSES.indexOf(said.charAt(said.length() - 1)) >= 0) {
            said = said.substring(0, said.length() - 1);
        }
        if (said.isEmpty()) {
            return true;
        }
        char last = said.charAt(said.length() - 1);
        return ENDS.indexOf(last) >= 0 && !(last == '.' && isAbbreviation(said));
    }

    /** "U.S." and "St." end with a full stop that ends no sentence. */
    private boolean isAbbreviation(String said) {
        int start = said.length() - 1;
        while (start > 0 && !Character.isWhitespace(said.charAt(start - 1))) {
            start--;
        }
        String word = said.substring(start, said.length() - 1).toLowerCase(Locale.ROOT);
        boolean letters = word.matches("\\p{L}(\\.\\p{L})*");
        return letters || language.abbreviations().contains(word);
    }
}
