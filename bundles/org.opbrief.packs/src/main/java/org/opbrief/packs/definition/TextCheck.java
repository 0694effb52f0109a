package org.opbrief.packs.definition;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opbrief.api.data.Nearest;
import org.opbrief.packs.yaml.DefinitionException;

/** Checks that what a text names in double braces is there wherever the text is shown. */
final class TextCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\\\)\\{\\{\\s*(\\$?)([^{}\\s]+)\\s*\\}\\}");

    private final Presence presence;

    TextCheck(Presence presence) {
        this.presence = presence;
    }

    void check(String file, String text, When where) throws DefinitionException {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            Matcher matcher = PLACEHOLDER.matcher(line);
            while (matcher.find()) {
                Optional<String> problem = matcher.group(1).isEmpty()
                        ? figure(matcher.group(2), where)
                        : parameter(matcher.group(2), where);
                if (problem.isPresent()) {
                    throw new DefinitionException(file, number, problem.get());
                }
            }
        }
    }

    private Optional<String> figure(String name, When where) {
        return presence.figures().contains(name)
                ? presence.whyAbsent(name, where)
                : unknown("figure", name, presence.figures());
    }

    private Optional<String> parameter(String name, When where) {
        return presence.parameters().contains(name)
                ? presence.whyNoValue(name, where)
                : unknown("parameter", name, presence.parameters());
    }

    private static Optional<String> unknown(String kind, String name, Collection<String> known) {
        return Optional.of("the " + kind + " '" + name + "' is not known" + Nearest.hint(name, known));
    }
}
