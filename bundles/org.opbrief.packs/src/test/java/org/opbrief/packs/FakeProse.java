package org.opbrief.packs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opbrief.api.report.Block;
import org.opbrief.api.report.Prose;
import org.opbrief.api.statistics.Figure;

/** Words that show what they were made of. */
final class FakeProse implements Prose {

    @Override
    public String words(Figure figure, Locale language) {
        return "about " + figure.value();
    }

    @Override
    public List<Block> text(
            String source,
            String markdown,
            Map<String, Figure> figures,
            Map<String, String> parameters,
            Locale language) {
        String shown = source + ": " + markdown.strip() + " " + new TreeMap<>(parameters) + " " + language;
        return List.of(
                new Block.Paragraph(List.of(new Block.Span(shown, false, false, Optional.empty(), Optional.empty()))));
    }
}
