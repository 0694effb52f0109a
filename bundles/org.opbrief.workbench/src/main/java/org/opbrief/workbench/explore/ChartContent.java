package org.opbrief.workbench.explore;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.report.Section.Kind;

/**
 * What a chart draws.
 *
 * @param categories what stands along its axis
 * @param note what of the answer is not drawn, in words; empty if all is
 * @param addsUp whether the numbers may be added
 * @param decimals digits behind the decimal point
 */
record ChartContent(
        Kind kind,
        String title,
        List<String> categories,
        List<Series> series,
        String note,
        boolean addsUp,
        int decimals) {

    static final ChartContent NONE = new ChartContent(Kind.BAR, "", List.of(), List.of(), "", false, 0);

    ChartContent {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    /** @param values one a category; empty where there is none */
    record Series(String name, List<Optional<BigDecimal>> values) {
        Series {
            values = List.copyOf(values);
        }

        BigDecimal total() {
            return values.stream()
                    .flatMap(Optional::stream)
                    .map(BigDecimal::abs)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** A number as a reader sees it. */
    String text(BigDecimal value) {
        return AnswerText.number(value, decimals);
    }

    /** Of the categories from that one on. */
    String more(int from) {
        int count = categories.size() - from;
        if (!addsUp) {
            return Messages.get("chart.more", count);
        }
        BigDecimal rest = series.stream()
                .flatMap(each -> each.values().subList(from, categories.size()).stream())
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Messages.get("chart.moreTogether", count, text(rest));
    }

    /** The largest value of all series, regardless of its sign; 0 if there is none. */
    BigDecimal largest() {
        return series.stream()
                .flatMap(each -> each.values().stream())
                .flatMap(Optional::stream)
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
