package org.opbrief.output.pdf;

import static org.opbrief.output.pdf.Parts.align;
import static org.opbrief.output.pdf.Parts.bold;
import static org.opbrief.output.pdf.Parts.box;
import static org.opbrief.output.pdf.Parts.filled;
import static org.opbrief.output.pdf.Parts.frame;
import static org.opbrief.output.pdf.Parts.tag;
import static org.opbrief.output.pdf.Parts.tagByField;
import static org.opbrief.output.pdf.Parts.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignFrame;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import org.opbrief.api.statistics.Figure;
import org.opbrief.pdf.PdfTags;

/** Headline figures side by side: the number large, what qualifies it above, what it is below. */
final class Tiles {
    /** "more than" / "$100 million" / ""; "more than" / "6,500" / "pounds". */
    private static final Pattern WORDS =
            Pattern.compile("(?<before>\\D*?)\\s*(?<number>[$\u2212-]?\\d\\S*(?:\\s\\p{L}*(?:ill[i\u00f3]on)\\p{L}*)*"
                    + "(?:\\smil millones)?)\\s*(?<after>.*)");

    private static final int GAP = 9;
    private static final int PADDING = 11;
    private static final float LARGEST = 22;
    private static final float LARGE_ENOUGH = 16;
    private static final float SMALLEST = 11;
    private static final float UNIT_SIZE = 10;
    private static final float LABEL_SIZE = 8.5f;

    private record Tile(String before, String number, String after, String label, boolean estimate, String link) {}

    private record Plan(int columns, int width, float size) {
        int inner() {
            return width - 2 * PADDING;
        }
    }

    private final HouseDesign design;
    private final Flow flow;
    private final HouseContext context;
    private final Labels labels;
    private final FigureLinks links;

    Tiles(HouseDesign design, Flow flow, HouseContext context, Labels labels, FigureLinks links) {
        this.design = design;
        this.flow = flow;
        this.context = context;
        this.labels = labels;
        this.links = links;
    }

    /**
     * @param id of the section, unique in the document
     * @return height of all
     */
    int add(String id, List<Figure> figures) throws JRException {
        List<Tile> tiles = figures.stream().map(this::tile).toList();
        Plan plan = plan(tiles);
        int height = 20 + Math.round(plan.size * 1.25f) + labelHeight(tiles, plan);
        int rows = 0;
        for (int row = 0; row * plan.columns < tiles.size(); row++) {
            String band = "tiles_" + id + "_" + row;
            int from = row * plan.columns;
            List<Tile> inRow = tiles.subList(from, Math.min(tiles.size(), from + plan.columns));
            JRDesignBand printed = design.band(band, height + GAP);
            Map<String, Object> values = new TreeMap<>();
            for (int i = 0; i < inRow.size(); i++) {
                printed.addElement(frame(inRow.get(i), i, plan, height, values));
            }
            flow.add(band, values);
            rows++;
        }
        return rows * (height + GAP);
    }

    private Tile tile(Figure figure) {
        Matcher matcher = WORDS.matcher(figure.words());
        return matcher.matches()
                ? new Tile(
                        matcher.group("before"),
                        matcher.group("number"),
                        matcher.group("after"),
                        figure.label(),
                        figure.estimate(),
                        links.link(figure.id()))
                : new Tile("", figure.words(), "", figure.label(), figure.estimate(), links.link(figure.id()));
    }

    private Plan plan(List<Tile> tiles) {
        int preferred =
                switch (tiles.size()) {
                    case 1, 2, 3, 4 -> Math.max(2, tiles.size());
                    case 5, 6, 9 -> 3;
                    default -> 4;
                };
        Plan plan = plan(tiles, preferred);
        return preferred == 4 && plan.size < LARGE_ENOUGH ? plan(tiles, 3) : plan;
    }

    private Plan plan(List<Tile> tiles, int columns) {
        int width = (Look.WIDTH - (columns - 1) * GAP) / columns;
        TextWidth unit = new TextWidth(context.regular(UNIT_SIZE));
        TextWidth unscaled = new TextWidth(context.bold(100));
        double size = LARGEST;
        for (Tile tile : tiles) {
            double room = width - 2 * PADDING - 2 - (tile.after.isEmpty() ? 0 : unit.of(tile.after) + 5);
            size = Math.min(size, room * 100 / unscaled.of(tile.number));
        }
        return new Plan(columns, width, Math.max(SMALLEST, (float) Math.floor(size * 2) / 2));
    }

    private int labelHeight(List<Tile> tiles, Plan plan) {
        TextWidth width = new TextWidth(context.regular(LABEL_SIZE));
        int lines = 1;
        for (Tile tile : tiles) {
            lines = Math.max(lines, width.lines(tile.label, plan.inner() - 1));
        }
        return lines * 11 + 5;
    }

    private JRDesignFrame frame(Tile tile, int slot, Plan plan, int height, Map<String, Object> values)
            throws JRException {
        JRDesignFrame frame =
                tag(Parts.frame(box(slot * (plan.width + GAP), 0, plan.width, height)), PdfTags.PARAGRAPH, "true");
        if (!tile.link.isEmpty()) {
            values.put("link" + slot, tile.link);
            tagByField(frame, PdfTags.LINK, design.declare("link" + slot));
        }
        frame.setMode(ModeEnum.OPAQUE);
        frame.setBackcolor(Look.PANEL);
        frame.addElement(filled(box(0, 0, 3, height), tile.estimate ? Look.AMBER : Look.BLUE));
        frame.addElement(put(values, "before" + slot, tile.before, box(PADDING, 6, plan.inner(), 12), 8.5f));
        int numberHeight = Math.round(plan.size * 1.25f);
        int measured = (int) Math.ceil(new TextWidth(context.bold(plan.size)).of(tile.number)) + 2;
        boolean beside = !tile.after.isEmpty() && measured + 5 < plan.inner();
        int numberWidth = beside ? measured : plan.inner();
        String words = beside || tile.after.isEmpty() ? tile.number : tile.number + " " + tile.after;
        JRDesignTextField number =
                bold(put(values, "number" + slot, words, box(PADDING, 18, numberWidth, numberHeight), plan.size));
        number.setForecolor(Look.NAVY);
        frame.addElement(number);
        if (beside) {
            // on the baseline of the number
            int down = Math.round((plan.size - UNIT_SIZE) * 0.93f);
            frame.addElement(put(
                    values,
                    "after" + slot,
                    tile.after,
                    box(PADDING + numberWidth + 3, 18 + down, plan.inner() - numberWidth - 3, 13),
                    UNIT_SIZE));
        }
        frame.addElement(put(
                values,
                "label" + slot,
                tile.label,
                box(PADDING, 20 + numberHeight, plan.inner(), height - numberHeight - 20),
                LABEL_SIZE));
        if (tile.estimate) {
            JRDesignTextField estimate =
                    put(values, "estimate" + slot, labels.get("estimate"), box(PADDING, 6, plan.inner(), 12), 8);
            estimate.setForecolor(Look.AMBER);
            estimate.setItalic(true);
            frame.addElement(align(estimate, HorizontalTextAlignEnum.RIGHT, VerticalTextAlignEnum.TOP));
        }
        return frame;
    }

    private JRDesignTextField put(Map<String, Object> values, String field, String value, Parts.Box box, float size)
            throws JRException {
        if (!value.isEmpty()) {
            values.put(field, value);
        }
        return text(design.declare(field), box, size, Look.GREY);
    }
}
