package org.opbrief.api.report;

import java.util.List;
import java.util.Optional;

/** A block of text. */
public sealed interface Block {

    /** @param level 1 to 4, below the title of the section */
    record Heading(int level, List<Span> spans) implements Block {
        public Heading {
            spans = List.copyOf(spans);
        }
    }

    record Paragraph(List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /** A list. @param ordered numbered from 1, else bullets */
    record Items(boolean ordered, List<List<Span>> items) implements Block {
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Text of one look.
     *
     * @param link address that it leads to, http, https or mailto
     * @param figure id of the figure that it tells
     */
    record Span(String text, boolean bold, boolean italic, Optional<String> link, Optional<String> figure) {}
}
