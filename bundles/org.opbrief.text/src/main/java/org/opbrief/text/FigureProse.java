package org.opbrief.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opbrief.api.report.Block;
import org.opbrief.api.report.Prose;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.statistics.Figure;
import org.osgi.service.component.annotations.Component;

/** Figures in words, and Markdown with figures in it. */
@Component
public final class FigureProse implements Prose {

    @Override
    public String words(Figure figure, Locale language) {
        return new Wordings(Language.of(language)).words(figure);
    }

    @Override
    public List<Block> text(
            String source,
            String markdown,
            Map<String, Figure> figures,
            Map<String, String> parameters,
            Locale language)
            throws ReportException {
        Words words = new Words(figures, parameters, Language.of(language));
        return new MarkdownReader(new Place(source, markdown), words).read();
    }
}
