package org.opbrief.text;

import java.util.Optional;
import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** What stands in double braces. The parser takes it out of the text before anything in it can mean Markdown. */
final class Placeholder extends CustomNode {
    private final Optional<String> name;

    private Placeholder(Optional<String> name) {
        this.name = name;
    }

    /** The name; empty if the braces are not closed on their line. */
    Optional<String> name() {
        return name;
    }

    /** Finds placeholders. */
    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('{');
        }

        @Override
        public InlineContentParser create() {
            return Factory::parse;
        }

        private static ParsedInline parse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            if (!scanner.next('{')) {
                return ParsedInline.none();
            }
            Position begin = scanner.position();
            while (scanner.peek() != Scanner.END && scanner.peek() != '\n') {
                Position end = scanner.position();
                if (scanner.next('}')) {
                    if (scanner.next('}')) {
                        String name = scanner.getSource(begin, end).getContent().strip();
                        return ParsedInline.of(new Placeholder(Optional.of(name)), scanner.position());
                    }
                } else {
                    scanner.next();
                }
            }
            return ParsedInline.of(new Placeholder(Optional.empty()), scanner.position());
        }
    }
}
