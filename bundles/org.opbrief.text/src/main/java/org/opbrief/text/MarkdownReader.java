package org.opbrief.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.opbrief.api.report.Block;
import org.opbrief.api.report.ReportException;

/** Reads Markdown into blocks, and refuses what a briefing cannot show. */
final class MarkdownReader {
    private static final int DEEPEST_HEADING = 4;
    private static final Pattern TABLE_RULE = Pattern.compile("\\s*\\|?(\\s*:?-+:?\\s*\\|)+(\\s*:?-+:?\\s*)?");

    private final Place place;
    private final Words words;

    MarkdownReader(Place place, Words words) {
        this.place = place;
        this.words = words;
    }

    List<Block> read() throws ReportException {
        Parser parser = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .customInlineContentParserFactory(new Placeholder.Factory())
                .build();
        List<Block> blocks = new ArrayList<>();
        for (Node node : children(parser.parse(place.markdown()))) {
            if (!(node instanceof LinkReferenceDefinition)) {
                blocks.add(block(node));
            }
        }
        return blocks;
    }

    private Block block(Node node) throws ReportException {
        if (node instanceof Paragraph) {
            refuseTable(node);
            return new Block.Paragraph(spans(node));
        }
        if (node instanceof Heading heading) {
            if (heading.getLevel() > DEEPEST_HEADING) {
                throw place.wrong(
                        node,
                        "headings have at most " + DEEPEST_HEADING + " signs (#), not " + heading.getLevel() + ".");
            }
            return new Block.Heading(heading.getLevel(), spans(node));
        }
        if (node instanceof ListBlock list) {
            return items(list);
        }
        throw place.wrong(node, Refusals.of(node));
    }

    private Block.Items items(ListBlock list) throws ReportException {
        if (list instanceof OrderedList ordered
                && ordered.getMarkerStartNumber() != null
                && ordered.getMarkerStartNumber() != 1) {
            throw place.wrong(list, "numbered lists begin with 1, not " + ordered.getMarkerStartNumber() + ".");
        }
        List<List<Block.Span>> items = new ArrayList<>();
        for (Node item : children(list)) {
            List<Node> parts = children(item);
            for (Node part : parts) {
                if (part instanceof ListBlock) {
                    throw place.wrong(part, "lists within lists cannot be shown; make one list of them.");
                }
                if (!(part instanceof Paragraph)) {
                    throw place.wrong(part, Refusals.of(part));
                }
            }
            if (parts.size() > 1) {
                throw place.wrong(parts.get(1), "an item of a list has one paragraph; join them, or write no list.");
            }
            items.add(parts.isEmpty() ? List.of() : spans(parts.get(0)));
        }
        return new Block.Items(!(list instanceof BulletList), items);
    }

    private void refuseTable(Node paragraph) throws ReportException {
        List<String> lines = place.lines(paragraph);
        if (lines.size() > 1 && TABLE_RULE.matcher(lines.get(1)).matches()) {
            throw place.wrong(paragraph, "tables cannot be shown in text; write a table section of the report.");
        }
    }

    private List<Block.Span> spans(Node block) throws ReportException {
        return new SpanReader(place, words).read(block);
    }

    static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
