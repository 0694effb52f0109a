package org.opbrief.workbench.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opbrief.api.report.Section.Kind;
import org.opbrief.api.statistics.Table;

/** Makes a chart of an answer's first measure. */
final class ChartBuilder {
    /** More than these are not told apart. */
    static final int MOST_SERIES = 6;

    private static final int MOST_PERIODS = 1200;

    private final Question question;
    private final Table table;
    private final AnswerText text;
    private final Question.Sum sum;

    ChartBuilder(Question question, Table table) {
        this.question = question;
        this.table = table;
        this.text = new AnswerText(table);
        this.sum = question.measures().get(0);
    }

    ChartContent build() {
        List<Object> places = places();
        Map<String, Map<Object, BigDecimal>> bySeries = new LinkedHashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            Object place = place(row);
            Map<Object, BigDecimal> of = bySeries.computeIfAbsent(series(row), name -> new LinkedHashMap<>());
            table.cell(row, question.by().size()).ifPresent(value -> of.put(place, new BigDecimal(value.toString())));
        }
        List<ChartContent.Series> all = new ArrayList<>();
        bySeries.forEach((name, values) -> all.add(new ChartContent.Series(
                name, places.stream().map(place -> value(values, place)).toList())));
        List<ChartContent.Series> drawn = largest(all);
        List<String> notes = new ArrayList<>();
        if (drawn.size() < all.size()) {
            notes.add(Messages.get("chart.series", drawn.size(), all.size()));
        }
        if (question.kind() == Kind.LINE && rowsHaveNoPeriod()) {
            notes.add(Messages.get("chart.noPeriod"));
        }
        return new ChartContent(
                question.kind(),
                title(),
                places.stream().map(this::category).toList(),
                drawn,
                String.join(" ", notes),
                sum.addsUp() && isWhole(),
                table.columns().get(question.by().size()).decimals());
    }

    private String title() {
        String measure = text.title(question.by().size());
        return question.by().isEmpty()
                ? measure
                : Messages.get(
                        "chart.title",
                        measure,
                        question.by().stream().map(Question.Cut::title).collect(Collectors.joining(", ")));
    }

    /** What stands along the axis: periods one after the other, all else as the answer has it. */
    private List<Object> places() {
        Set<Object> places = new LinkedHashSet<>();
        IntStream.range(0, table.rowCount()).forEach(row -> places.add(place(row)));
        if (!isOverTime()) {
            return List.copyOf(places);
        }
        TreeSet<Object> present = new TreeSet<>(ChartBuilder::compare);
        places.stream().filter(place -> !(place instanceof String)).forEach(present::add);
        List<Object> periods = new ArrayList<>(withoutGaps(present));
        if (question.kind() == Kind.BAR) {
            places.stream().filter(String.class::isInstance).forEach(periods::add);
        }
        return periods;
    }

    /** An axis that would be longer than a century has a wrong year in it, which is better seen among its neighbours. */
    private List<Object> withoutGaps(TreeSet<Object> present) {
        List<Object> periods = new ArrayList<>();
        if (isWhole() && !present.isEmpty()) {
            Question.Cut cut = question.by().get(question.axis());
            for (Object period = present.first();
                    compare(period, present.last()) <= 0 && periods.size() <= MOST_PERIODS;
                    period = cut.next(period)) {
                periods.add(period);
            }
        }
        return periods.isEmpty() || periods.size() > MOST_PERIODS ? List.copyOf(present) : periods;
    }

    /** Whether no limit cut the answer. */
    private boolean isWhole() {
        return table.rowCount() < Question.ROWS;
    }

    private boolean isOverTime() {
        return question.hasChart() && question.inTime();
    }

    /** A period, or the words of whatever else. */
    private Object place(int row) {
        if (isOverTime()) {
            return table.cell(row, question.axis()).orElse(Messages.get("cell.none"));
        }
        return question.hasChart()
                ? text.cell(row, question.axis())
                : IntStream.range(0, question.by().size())
                        .mapToObj(column -> text.cell(row, column))
                        .collect(Collectors.joining(" · "));
    }

    private String category(Object place) {
        return place instanceof String words
                ? words
                : question.by().get(question.axis()).period(place);
    }

    private String series(int row) {
        return question.split().isPresent()
                ? splitName(row, question.split().getAsInt())
                : text.title(question.by().size());
    }

    private String splitName(int row, int column) {
        Question.Cut cut = question.by().get(column);
        return cut.inTime()
                ? table.cell(row, column).map(cut::period).orElse(Messages.get("cell.none"))
                : text.cell(row, column);
    }

    /** A period without rows has the sum 0, but no average. */
    private Optional<BigDecimal> value(Map<Object, BigDecimal> values, Object place) {
        return Optional.ofNullable(values.get(place))
                .or(() -> Optional.of(BigDecimal.ZERO).filter(zero -> isOverTime() && sum.addsUp() && isWhole()));
    }

    /** In the order of the answer. */
    private static List<ChartContent.Series> largest(List<ChartContent.Series> all) {
        Set<ChartContent.Series> chosen = all.stream()
                .sorted(Comparator.comparing(ChartContent.Series::total).reversed())
                .limit(MOST_SERIES)
                .collect(Collectors.toSet());
        return all.stream().filter(chosen::contains).toList();
    }

    private boolean rowsHaveNoPeriod() {
        return IntStream.range(0, table.rowCount())
                .anyMatch(row -> table.cell(row, question.axis()).isEmpty());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object a, Object b) {
        return ((Comparable) a).compareTo(b);
    }
}
