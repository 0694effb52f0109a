package org.opbrief.api.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opbrief.api.statistics.Figure;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: puts figures into sentences that are true. */
@ProviderType
public interface Prose {

    /**
     * The figure's number as a sentence says it, after the figure's wording and the AP Stylebook: {@code 1,436},
     * {@code nearly 44 million}, {@code more than 6,500 pounds}, {@code more than $100 million}, {@code 55 percent}.
     * "nearly" only if the value is below and close, "more than" only if it is above. Plain counts have no unit.
     */
    String words(Figure figure, Locale language);

    /**
     * Reads Markdown text in which <code>{{id}}</code> stands for a figure's words and <code>{{$name}}</code> for a
     * parameter's value.
     *
     * @param source name of the text for messages, e.g. {@code text.md}
     * @throws ReportException if a figure or parameter is unknown, or the text has what a briefing cannot show; names
     *     the line
     */
    List<Block> text(
            String source,
            String markdown,
            Map<String, Figure> figures,
            Map<String, String> parameters,
            Locale language)
            throws ReportException;
}
