package org.opbrief.text;

import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.opbrief.api.report.ReportException;

/** A text, and where in it something is wrong. */
final class Place {
    private final String source;
    private final String markdown;
    private final List<String> lines;

    Place(String source, String markdown) {
        this.source = source;
        this.markdown = markdown;
        this.lines = markdown.lines().toList();
    }

    String markdown() {
        return markdown;
    }

    ReportException wrong(Node node, String sentence) {
        return new ReportException(source + ", line " + line(node) + ": " + sentence);
    }

    /** The lines of a block as they stand in the text. */
    List<String> lines(Node block) {
        return block.getSourceSpans().stream()
                .map(span -> lines.get(span.getLineIndex()))
                .toList();
    }

    private static int line(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            List<SourceSpan> spans = at.getSourceSpans();
            if (!spans.isEmpty()) {
                return spans.get(0).getLineIndex() + 1;
            }
        }
        return 1;
    }
}
