package org.opbrief.output.pdf;

import java.util.List;
import java.util.stream.Collectors;
import org.opbrief.api.report.Block;

/** Spans of a briefing's text in JasperReports' own markup. */
final class StyledText {
    private StyledText() {}

    static boolean isPlain(List<Block.Span> spans, FigureLinks figures) {
        return spans.stream()
                .noneMatch(span -> span.bold()
                        || span.italic()
                        || span.link().isPresent()
                        || !figure(span, figures).isEmpty());
    }

    static String plain(List<Block.Span> spans) {
        return spans.stream().map(Block.Span::text).collect(Collectors.joining());
    }

    private static String figure(Block.Span span, FigureLinks figures) {
        return span.figure().map(figures::link).orElse("");
    }

    /** Links are blue; a figure leads to its line among the sources and looks like the text around it. */
    static String styled(List<Block.Span> spans, FigureLinks figures) {
        StringBuilder text = new StringBuilder();
        for (Block.Span span : spans) {
            String words = escape(span.text());
            if (span.italic()) {
                words = "<i>" + words + "</i>";
            }
            if (span.bold()) {
                words = "<b>" + words + "</b>";
            }
            if (span.link().isPresent()) {
                words = "<a type=\"Reference\" href=\"" + escape(span.link().get()) + "\"><style forecolor=\"#2f6299\""
                        + " isUnderline=\"true\">" + words + "</style></a>";
            } else if (!figure(span, figures).isEmpty()) {
                words = "<a href=\"#" + escape(figure(span, figures)) + "\">" + words + "</a>";
            }
            text.append(words);
        }
        return text.toString();
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append(character);
                // what XML cannot hold is shown as what it is: not a character
                default -> escaped.append(character < ' ' || character > '\ufffd' ? '\ufffd' : character);
            }
        }
        return escaped.toString();
    }
}
