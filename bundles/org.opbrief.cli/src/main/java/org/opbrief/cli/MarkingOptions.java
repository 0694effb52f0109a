package org.opbrief.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;

/**
 * Options of {@code house set} that change markings. An empty text takes the agency's marking away; that no page is to carry
 * one is said by an option of its own, so that it does not happen by an empty variable of a script.
 */
final class MarkingOptions {
    static final String USUAL_COLOR = "#8a1c1c";

    private final Invocation call;

    MarkingOptions(Invocation call) {
        this.call = call;
    }

    /** @throws CommandException if no report has such an edition */
    Map<String, Marking> change(Map<String, Marking> before) throws CommandException {
        Map<String, Marking> markings = new LinkedHashMap<>(before);
        Map<String, String> texts = pairs("--marking");
        for (Map.Entry<String, String> given : texts.entrySet()) {
            check("--marking", given.getKey(), before);
            String text = HouseSetCommand.line(call, "--marking", given.getValue());
            if (text.isEmpty()) {
                markings.remove(given.getKey());
            } else {
                markings.put(given.getKey(), new Marking(text, color(before, given.getKey())));
            }
        }
        for (String edition : call.all("--no-marking")) {
            if (texts.containsKey(edition)) {
                throw call.misused("--no-marking " + edition + ": the edition is named by --marking too.");
            }
            check("--no-marking", edition, before);
            markings.put(edition, new Marking("", color(before, edition)));
        }
        for (Map.Entry<String, String> given : pairs("--color").entrySet()) {
            markings.put(given.getKey(), colored(markings, given.getKey(), given.getValue()));
        }
        return markings;
    }

    private static String color(Map<String, Marking> before, String edition) {
        return before.getOrDefault(edition, new Marking("", USUAL_COLOR)).color();
    }

    private void check(String option, String edition, Map<String, Marking> before) throws CommandException {
        List<String> editions = new ArrayList<>(call.services().catalog().reports().stream()
                .flatMap(report -> report.info().editions().stream())
                .map(Edition::id)
                .distinct()
                .toList());
        // so that the marking of an edition that went with its pack can be taken away
        if (!editions.contains(edition) && !before.containsKey(edition)) {
            throw new CommandException(option + " " + edition + ": no report has the edition \"" + edition + "\""
                    + Nearest.hint(edition, editions));
        }
    }

    private Marking colored(Map<String, Marking> markings, String edition, String color) {
        Marking known = markings.get(edition);
        if (known == null) {
            throw call.misused("--color " + edition + ": the agency has no marking for that edition;"
                    + " give it with --marking " + edition + "=TEXT.");
        }
        if (!color.matches(Marking.COLOR)) {
            throw call.misused(
                    "--color " + edition + "=" + color + ": a color is written #rrggbb, e.g. " + USUAL_COLOR + ".");
        }
        return new Marking(known.text(), color);
    }

    private Map<String, String> pairs(String option) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String given : call.all(option)) {
            int equals = given.indexOf('=');
            if (equals < 1) {
                throw call.misused(option + " " + given + ": is not EDITION=VALUE.");
            }
            pairs.put(given.substring(0, equals), given.substring(equals + 1));
        }
        return pairs;
    }
}
