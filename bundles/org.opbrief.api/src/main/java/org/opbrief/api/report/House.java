package org.opbrief.api.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agency that a workspace belongs to, as its briefings show it.
 *
 * @param name of the agency, one line of at most {@link #LONGEST} characters; empty if none is shown
 * @param markings by the id of an edition, in order; they replace those of the reports
 * @param font family of the texts, one of {@link #FONTS}; empty for each format's usual one
 */
public record House(String name, Optional<Seal> seal, Map<String, Marking> markings, Optional<String> font) {

    /** Nothing of an agency: documents look as their reports have them. */
    public static final House NONE = new House("", Optional.empty(), Map.of(), Optional.empty());

    /** Font families that can be chosen; documents that embed their fonts have them at hand. */
    public static final List<String> FONTS = List.of(
            "DejaVu Sans", "DejaVu Sans Condensed", "DejaVu Serif", "DejaVu Serif Condensed", "DejaVu Sans Mono");

    /** Characters of a name or a marking. */
    public static final int LONGEST = 200;

    /** @throws IllegalArgumentException if a text is too long or has line ends, or there is no such font */
    public House {
        require(isLine(name), name);
        for (Marking marking : markings.values()) {
            require(isLine(marking.text()), marking.text());
        }
        require(font.isEmpty() || FONTS.contains(font.get()), font.orElse(""));
        markings = Collections.unmodifiableMap(new LinkedHashMap<>(markings));
    }

    private static void require(boolean right, String value) {
        if (!right) {
            throw new IllegalArgumentException("Cannot be of an agency: " + value);
        }
    }

    /** Whether a text can be a name or a marking: one line, and not too long. */
    public static boolean isLine(String text) {
        return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    /** The edition with the agency's marking, if it has one for it. */
    public Edition mark(Edition edition) {
        return new Edition(edition.id(), edition.label(), markings.getOrDefault(edition.id(), edition.marking()));
    }
}
