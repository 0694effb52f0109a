package org.opbrief.output.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRException;
import org.opbrief.api.report.Block;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Table;

/** Puts a briefing, section by section, into a design and a flow. */
final class Composer {
    private static final int MOST_ROWS_TOGETHER = 20;
    private static final int MOST_TOGETHER = 250;
    private static final int FIRST_ROWS = 4;

    private final Briefing briefing;
    private final HouseDesign design;
    private final Flow flow;
    private final Labels labels;
    private final Numbers numbers;
    private final HouseContext context;
    private final GridLayout layout;
    private final GridBands bands;
    private final FigureLinks links;
    /** Level of the last heading: no level is left out on the way down. */
    private int level = 1;

    private int number;

    Composer(Briefing briefing, HouseDesign design, Flow flow, Labels labels, HouseContext context) {
        this.briefing = briefing;
        this.design = design;
        this.flow = flow;
        this.labels = labels;
        this.context = context;
        this.numbers = new Numbers(briefing.language(), labels);
        this.layout = new GridLayout(context);
        this.bands = new GridBands(design, flow);
        this.links = new FigureLinks(briefing);
    }

    void compose() throws JRException {
        cover();
        for (Section section : briefing.sections()) {
            number++;
            if (section instanceof Section.Headline headline) {
                headline(headline);
            } else if (section instanceof Section.Text text) {
                text(text);
            } else if (section instanceof Section.FigureTable table) {
                figureTable(table);
            } else if (section instanceof Section.TableSection table) {
                table(table);
            } else if (section instanceof Section.Chart chart) {
                chart(chart);
            } else if (section instanceof Section.Sources sources) {
                new SourcesComposer(briefing, this, labels, numbers).compose(sources);
            }
        }
    }

    private void cover() throws JRException {
        flow.unit();
        new Letterhead(briefing.house(), labels, context).add(design, flow);
        Map<String, Object> title = new TreeMap<>();
        title.put(HouseDesign.TEXT, briefing.title());
        title.put(Flow.ANCHOR, "top");
        if (!briefing.subtitle().isBlank()) {
            title.put(HouseDesign.LABEL, briefing.subtitle());
        }
        flow.add(HouseDesign.COVER, title);
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        facts.add(Map.entry(labels.get("asOf"), labels.date(briefing.asOf())));
        facts.add(Map.entry(labels.get("edition"), briefing.edition().label()));
        facts.addAll(briefing.parameters().entrySet());
        for (int from = 0; from < facts.size(); from += HouseDesign.META_SLOTS) {
            Map<String, Object> values = new TreeMap<>();
            for (int slot = 0; slot < HouseDesign.META_SLOTS && from + slot < facts.size(); slot++) {
                values.put(HouseDesign.LABEL + slot, facts.get(from + slot).getKey());
                values.put(HouseDesign.TEXT + slot, facts.get(from + slot).getValue());
            }
            flow.add(HouseDesign.META, values);
        }
    }

    /** Begins a unit, under a heading if there is one. */
    void unit(int wanted, String heading) {
        if (heading.isBlank()) {
            flow.unit();
        } else {
            level = Math.min(Math.min(wanted, level + 1), 6);
            flow.unit(level, heading);
        }
    }

    private void headline(Section.Headline headline) throws JRException {
        unit(2, headline.title());
        List<Figure> figures = headline.figures().stream().map(this::figure).toList();
        if (!figures.isEmpty()) {
            int height = new Tiles(design, flow, context, labels, links).add(Integer.toString(number), figures);
            flow.room(Math.min(height, Look.ROOM / 2));
        }
        for (Figure figure : figures) {
            if (figure.estimate()) {
                note(estimateNote(figure));
            }
        }
    }

    /** E.g. {@code Doses: an estimate with factor set "…" (2022–2023). With factor set "…" it would be 149.6 million.} */
    private String estimateNote(Figure figure) {
        String basis = figure.passport()
                .factors()
                .map(set -> labels.get(
                        "estimateWith",
                        figure.label(),
                        set.title(),
                        Integer.toString(set.from().getYear()),
                        set.until()
                                .map(until -> Integer.toString(until.getYear()))
                                .orElse("")))
                .orElseGet(() -> labels.get(
                        "estimateOf", figure.label(), figure.passport().method()));
        return basis + alternatives(figure);
    }

    private String alternatives(Figure figure) {
        return figure.alternatives().stream()
                .map(other -> " "
                        + labels.get(
                                "alternative", other.factors().title(), numbers.rough(other.value(), figure.unit())))
                .collect(Collectors.joining());
    }

    private void text(Section.Text text) {
        boolean open = !text.title().isBlank();
        unit(2, text.title());
        int lists = 0;
        for (Block block : text.blocks()) {
            if (block instanceof Block.Heading heading) {
                unit(2 + heading.level(), StyledText.plain(heading.spans()));
                open = true;
                continue;
            }
            // the first block stays with its heading
            if (!open) {
                flow.unit();
            }
            open = false;
            if (block instanceof Block.Paragraph paragraph) {
                paragraph(paragraph.spans());
            } else if (block instanceof Block.Items items) {
                items(items, "list_" + number + "_" + lists++);
            }
        }
    }

    private void paragraph(List<Block.Span> spans) {
        if (StyledText.isPlain(spans, links)) {
            paragraph(StyledText.plain(spans));
        } else {
            flow.add(HouseDesign.STYLED, Map.of(HouseDesign.TEXT, StyledText.styled(spans, links)));
        }
    }

    private void items(Block.Items items, String id) {
        int position = 0;
        for (List<Block.Span> spans : items.items()) {
            position++;
            flow.add(
                    HouseDesign.ITEM,
                    Map.of(
                            HouseDesign.LIST,
                            id,
                            HouseDesign.LABEL,
                            items.ordered() ? position + "." : "\u2022",
                            HouseDesign.TEXT,
                            StyledText.styled(spans, links)));
        }
    }

    private void figureTable(Section.FigureTable table) throws JRException {
        unit(2, table.title());
        List<Grid.Column> columns = new ArrayList<>();
        columns.add(new Grid.Column("", false));
        table.columns().forEach(title -> columns.add(new Grid.Column(title, true)));
        List<String[]> rows = new ArrayList<>();
        for (Section.FigureTable.Row row : table.rows()) {
            String[] cells = new String[columns.size()];
            Arrays.fill(cells, "");
            cells[0] = row.label();
            for (int i = 0; i < row.figures().size(); i++) {
                cells[i + 1] =
                        row.figures().get(i).map(this::figure).map(this::words).orElse("\u2013");
            }
            rows.add(cells);
        }
        List<String[]> anchors = table.rows().stream().map(this::anchors).toList();
        grid(new Grid(table.id(), columns, rows, 1, List.of(), anchors));
    }

    private String[] anchors(Section.FigureTable.Row row) {
        String[] anchors = new String[row.figures().size() + 1];
        anchors[0] = "";
        for (int i = 0; i < row.figures().size(); i++) {
            anchors[i + 1] = row.figures().get(i).map(links::link).orElse("");
        }
        return anchors;
    }

    private String words(Figure figure) {
        return figure.estimate() ? figure.words() + " " + labels.get("estimateShort") : figure.words();
    }

    private void table(Section.TableSection section) throws JRException {
        unit(2, section.title());
        Table table = section.answer().table();
        List<Grid.Column> columns = table.columns().stream()
                .map(column -> new Grid.Column(Numbers.header(column), Numbers.isNumber(column)))
                .toList();
        int keys = 0;
        while (keys < columns.size() && !table.columns().get(keys).measure()) {
            keys++;
        }
        Cells texts = new Cells(table, numbers, labels);
        List<String[]> rows = new ArrayList<>(table.rowCount());
        for (int row = 0; row < table.rowCount(); row++) {
            String[] cells = new String[columns.size()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = texts.text(row, column);
            }
            rows.add(cells);
        }
        grid(new Grid(section.id(), columns, rows, Math.max(1, Math.min(keys, columns.size()))));
        if (!section.note().isBlank()) {
            note(section.note());
        }
    }

    /** Adds a table; a sentence if it has no rows. */
    void grid(Grid grid) throws JRException {
        if (grid.rows().isEmpty() || grid.columns().isEmpty()) {
            paragraph(labels.get("emptyTable"));
            return;
        }
        List<GridLayout.Part> parts = layout.parts(grid);
        if (parts.size() > 1) {
            note(labels.get("continuedColumns", parts.size()));
        }
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                flow.unit();
            }
            reserve(parts.get(i));
            bands.add(parts.get(i));
        }
        flow.table();
    }

    /** A short table stays together, a longer one starts with some rows. */
    private void reserve(GridLayout.Part part) {
        int rows = part.grid().rows().size();
        int all = rows > MOST_ROWS_TOGETHER ? Integer.MAX_VALUE : layout.height(part, rows);
        flow.room(all <= MOST_TOGETHER ? all : layout.height(part, FIRST_ROWS));
    }

    private void chart(Section.Chart chart) throws JRException {
        unit(2, chart.title());
        ChartData data = ChartData.of(chart, new Cells(chart.answer().table(), numbers, labels));
        if (data.isEmpty()) {
            paragraph(labels.get("emptyChart"));
            return;
        }
        ChartDrawing drawing = drawing(chart.kind(), data);
        String band = "chart_" + number;
        design.drawing(band, drawing.height());
        flow.room(drawing.height() + 10);
        String alt = chart.description().isBlank() ? chart.title() : chart.description();
        flow.add(
                band,
                Map.of(HouseDesign.PICTURE, drawing, HouseDesign.ALT, alt.isBlank() ? data.yTitle() : alt.strip()));
    }

    private ChartDrawing drawing(Section.Kind kind, ChartData data) {
        if (kind == Section.Kind.LINE) {
            return new LineChart(data, numbers, context);
        }
        BarChart upright = new BarChart(data, numbers, context);
        return upright.fits() ? upright : new RowChart(data, numbers, context);
    }

    void paragraph(String text) {
        flow.add(HouseDesign.PARAGRAPH, Map.of(HouseDesign.TEXT, text));
    }

    void note(String text) {
        flow.room(20);
        flow.add(HouseDesign.NOTE, Map.of(HouseDesign.TEXT, text));
    }

    private Figure figure(String id) {
        Optional<Figure> figure = briefing.figure(id);
        return figure.orElseThrow(() -> new IllegalArgumentException("The briefing has no figure " + id));
    }
}
