package org.opbrief.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.opbrief.api.report.Block.Span;
import org.opbrief.api.report.ReportException;

/** Reads the inline content of one block. */
final class SpanReader {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private final Place place;
    private final Words words;
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder before = new StringBuilder();

    SpanReader(Place place, Words words) {
        this.place = place;
        this.words = words;
    }

    /** How text looks at some depth. */
    private record Look(boolean bold, boolean italic, Optional<String> link) {}

    List<Span> read(Node block) throws ReportException {
        children(block, new Look(false, false, Optional.empty()));
        return List.copyOf(spans);
    }

    private void children(Node parent, Look look) throws ReportException {
        for (Node child : MarkdownReader.children(parent)) {
            inline(child, look);
        }
    }

    private void inline(Node node, Look look) throws ReportException {
        if (node instanceof Text text) {
            add(text.getLiteral(), look, Optional.empty());
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            add(" ", look, Optional.empty());
        } else if (node instanceof Placeholder placeholder) {
            placeholder(placeholder, look);
        } else if (node instanceof StrongEmphasis) {
            children(node, new Look(true, look.italic(), look.link()));
        } else if (node instanceof Emphasis) {
            children(node, new Look(look.bold(), true, look.link()));
        } else if (node instanceof Link link) {
            children(node, new Look(look.bold(), look.italic(), Optional.of(address(link))));
        } else {
            throw place.wrong(node, Refusals.of(node));
        }
    }

    private void placeholder(Placeholder placeholder, Look look) throws ReportException {
        if (placeholder.name().isEmpty()) {
            throw place.wrong(
                    placeholder, "the braces {{ are not closed by }}; close them, or write \\{{ for the signs.");
        }
        Words.Word word = words.of(place, placeholder, placeholder.name().get(), before.toString());
        add(word.text(), look, word.figure());
    }

    private String address(Link link) throws ReportException {
        String address = link.getDestination();
        if (address.contains("{{")) {
            throw place.wrong(link, "figures and parameters cannot stand in the address of a link.");
        }
        String scheme;
        try {
            scheme = new URI(address).getScheme();
        } catch (URISyntaxException e) {
            throw place.wrong(link, "\"" + address + "\" is no address that a link can lead to.");
        }
        if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
            throw place.wrong(link, "links lead to http, https or mailto, not to \"" + address + "\".");
        }
        return address;
    }

    /** Joins what looks alike, except figures, which stand alone. */
    private void add(String text, Look look, Optional<String> figure) {
        before.append(text);
        if (text.isEmpty()) {
            return;
        }
        Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        boolean alike = last != null
                && last.figure().isEmpty()
                && figure.isEmpty()
                && last.bold() == look.bold()
                && last.italic() == look.italic()
                && last.link().equals(look.link());
        if (alike) {
            spans.set(spans.size() - 1, new Span(last.text() + text, look.bold(), look.italic(), look.link(), figure));
        } else {
            spans.add(new Span(text, look.bold(), look.italic(), look.link(), figure));
        }
    }
}
