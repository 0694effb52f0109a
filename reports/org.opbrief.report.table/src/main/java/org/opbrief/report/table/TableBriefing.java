package org.opbrief.report.table;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.Statistics.Calculation;
import org.opbrief.api.statistics.StatisticsException;

/** One briefing over one data set. */
final class TableBriefing {
    private static final int HEADLINES = 4;
    private static final int QUANTITIES_BESIDE = 3;
    private static final int BARS = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

    private final DataSet dataSet;
    private final ReportContext context;
    private final Calculation calculation;
    private final Numbers numbers;
    private final List<Section> sections = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    TableBriefing(DataSet dataSet, ReportContext context) {
        this.dataSet = dataSet;
        this.context = context;
        this.calculation = context.calculation();
        this.numbers = new Numbers(dataSet.id(), context);
    }

    Briefing build() throws ReportException, StatisticsException {
        Profile profile = Profile.of(dataSet, calculation);
        if (profile.rows() == 0) {
            throw new ReportException("There are no data for the report '" + TableReport.ID
                    + "' yet: import a file as '" + dataSet.id() + "'.");
        }
        Roles roles = Roles.of(profile);
        numbers.rows();
        List<Section.TableSection> frequent = frequent(profile, roles);
        headline(roles);
        Optional<TimeLine> line = summary(profile, roles, frequent);
        if (line.isPresent()) {
            timeLine(line.get(), profile, roles);
        }
        if (!roles.quantities().isEmpty()) {
            sections.add(numbers.totals(roles.quantities()));
        }
        if (!roles.answers().isEmpty()) {
            table(
                    "yes_or_no",
                    "Yes or no",
                    new Frequent(dataSet, profile, calculation).answers(roles.answers()),
                    "Blank is kept apart from no: it says that nothing is recorded.");
        }
        frequent.forEach(section -> {
            answers.add(section.answer());
            sections.add(section);
        });
        if (!roles.numbers().isEmpty()) {
            sections.add(numbers.ranges(roles.numbers()));
        }
        table("columns", "Columns", profile.table(), "Blank is not zero and not no: nobody wrote anything there.");
        sections.add(new Section.Sources("Sources and method"));
        List<Batch> batches = batches();
        return new Briefing(
                dataSet.id(),
                TableReport.ID,
                dataSet.title(),
                "The data set in figures",
                context.edition(),
                batches.stream().map(Batch::asOf).max(Comparator.naturalOrder()).orElseThrow(),
                context.language(),
                Map.of("Data set", dataSet.title()),
                List.copyOf(numbers.figures().values()),
                sections,
                batches,
                List.of());
    }

    private void headline(Roles roles) throws StatisticsException {
        List<String> ids = new ArrayList<>();
        ids.add(Questions.ROWS);
        for (Column quantity : roles.quantities()) {
            if (ids.size() < HEADLINES) {
                ids.add(numbers.total(quantity));
            }
        }
        sections.add(new Section.Headline("", ids));
    }

    /** What the rows are, and along what they follow each other. */
    private Optional<TimeLine> summary(Profile profile, Roles roles, List<Section.TableSection> frequent)
            throws ReportException, StatisticsException {
        StringBuilder text = new StringBuilder(dataSet.description().isBlank() ? "" : "{{$description}}\n\n");
        text.append("The data set has **{{rows}} " + (profile.rows() == 1 ? "row" : "rows") + "**");
        Optional<TimeLine> line = Optional.empty();
        if (roles.time().isPresent()) {
            Column time = roles.time().get();
            line = Optional.of(period(time, text));
            long undated = profile.blank(time);
            if (undated > 0) {
                String id = numbers.rowsWhere("undated", "Rows without " + time.title(), Questions.empty(time));
                text.append(" {{" + id + "}} " + (undated == 1 ? "row has" : "rows have") + " no {{$time}}" + " and "
                        + (undated == 1 ? "is" : "are") + " in no period.");
            }
        } else {
            text.append(". No column of it tells when.");
        }
        List<Column> unlisted = new ArrayList<>(roles.others());
        roles.categories().stream()
                .filter(column ->
                        frequent.stream().noneMatch(section -> section.id().equals(Frequent.id(column))))
                .forEach(unlisted::add);
        List<Column> wholes = Wholes.in(dataSet, profile, calculation);
        if (!wholes.isEmpty()) {
            text.append(
                    "\n\n**Sums may count twice:** rows with words like \"Total\" in {{$wholes}} seem to sum up others.");
        }
        if (!roles.numbers().isEmpty()) {
            text.append("\n\nNumbers without a unit are not summed: {{$numbers}}.");
        }
        if (!unlisted.isEmpty()) {
            text.append(
                    "\n\nValues are not listed where they hardly recur, never change, are equally frequent or too many:"
                            + " {{$unlisted}}.");
        }
        Map<String, String> titles = Map.of(
                "description",
                dataSet.description().strip(),
                "time",
                roles.time().map(Column::title).orElse(""),
                "wholes",
                titles(wholes),
                "numbers",
                titles(roles.numbers()),
                "unlisted",
                titles(unlisted));
        sections.add(new Section.Text(
                "Summary",
                context.prose().text("summary", text.toString(), numbers.figures(), titles, context.language())));
        return line;
    }

    private static String titles(List<Column> columns) {
        return columns.stream().map(Column::title).collect(Collectors.joining(", "));
    }

    private TimeLine period(Column time, StringBuilder text) throws StatisticsException {
        Answer span = calculation.answer(Questions.query(
                "period",
                dataSet.id(),
                List.of(),
                List.of(),
                List.of(
                        Questions.of("first", "First", Function.MIN, time, 0),
                        Questions.of("last", "Last", Function.MAX, time, 0))));
        answers.add(span);
        if (time.type() == ColumnType.DATE) {
            LocalDate first = Profile.day(span, "first").orElseThrow();
            LocalDate last = Profile.day(span, "last").orElseThrow();
            text.append(", from " + DAY.format(first) + " to " + DAY.format(last) + " by {{$time}}.");
            return TimeLine.between(time, first, last);
        }
        text.append(
                ", from " + Profile.number(span, "first") + " to " + Profile.number(span, "last") + " by {{$time}}.");
        return TimeLine.ofYears(time);
    }

    private void timeLine(TimeLine line, Profile profile, Roles roles) throws StatisticsException {
        List<Column> beside = beside(roles);
        Answer answer = line.ask(dataSet.id(), beside, calculation);
        answers.add(answer);
        String title = "By " + line.unit();
        chart(line, "rows", title + ": rows", "rows", Questions.ROWS, answer);
        for (int index = 0; index < Math.min(1, beside.size()); index++) {
            String quantity = beside.get(index).title();
            chart(line, "quantity_" + index, title + ": " + quantity, quantity, "sum_" + index, answer);
        }
        long undated = profile.blank(line.column());
        sections.add(new Section.TableSection(
                "time_line",
                title,
                answer,
                "By " + line.column().title() + ". A period without rows is shown with 0."
                        + (undated == 0
                                ? ""
                                : " " + Profile.words(undated) + (undated == 1 ? " row has" : " rows have")
                                        + " none.")));
    }

    private void chart(TimeLine line, String id, String title, String what, String measure, Answer answer) {
        sections.add(new Section.Chart(
                "chart_" + id,
                title,
                "The number of " + what + " of each " + line.unit() + ". The table after the charts has the numbers.",
                answer.table().rowCount() <= BARS ? Section.Kind.BAR : Section.Kind.LINE,
                answer,
                TimeLine.PERIOD,
                List.of(measure),
                Optional.empty()));
    }

    /** Tables of the values that recur, of columns in which some stand out. */
    private List<Section.TableSection> frequent(Profile profile, Roles roles) throws StatisticsException {
        Frequent frequent = new Frequent(dataSet, profile, calculation);
        List<Section.TableSection> tables = new ArrayList<>();
        for (Column column : roles.categories()) {
            Section.TableSection section = frequent.of(column, beside(roles));
            if (Frequent.tells(section)) {
                tables.add(section);
            }
        }
        return tables;
    }

    /** Quantities that have room beside the number of rows. */
    private static List<Column> beside(Roles roles) {
        return roles.quantities().stream().limit(QUANTITIES_BESIDE).toList();
    }

    private void table(String id, String title, Answer answer, String note) {
        answers.add(answer);
        sections.add(new Section.TableSection(id, title, answer, note));
    }

    private List<Batch> batches() {
        List<Passport> passports = new ArrayList<>();
        numbers.figures().values().forEach(figure -> passports.add(figure.passport()));
        answers.forEach(answer -> passports.add(answer.passport()));
        Map<Long, Batch> batches = new TreeMap<>();
        passports.forEach(passport ->
                passport.batches().forEach(source -> batches.put(source.batch().id(), source.batch())));
        return List.copyOf(batches.values());
    }
}
