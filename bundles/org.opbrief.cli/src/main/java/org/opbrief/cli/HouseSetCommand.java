package org.opbrief.cli;

import java.util.Optional;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Houses;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.Seal;
import picocli.CommandLine.Model.CommandSpec;

/** {@code house set}: what is not named stays as it was. */
final class HouseSetCommand implements Command {
    @Override
    public String name() {
        return "set";
    }

    @Override
    public String summary() {
        return "Sets the agency's name, seal, markings or font for all briefings of the workspace.";
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addOption(Specs.value("--name", "NAME", "The agency's name; empty for none."));
        spec.addOption(Specs.value("--seal", "FILE", "Its seal, a PNG or JPEG image; empty for none."));
        spec.addOption(Specs.list(
                "\\z",
                "EDITION=TEXT",
                "The marking of an edition, in the place of the reports' own; empty for the reports' own; may be"
                        + " repeated.",
                "--marking"));
        spec.addOption(Specs.list(
                ",", "EDITION", "Editions whose pages carry no marking, whatever the reports say.", "--no-marking"));
        spec.addOption(Specs.list(
                "\\z",
                "EDITION=#rrggbb",
                "The color of such a marking (default: " + MarkingOptions.USUAL_COLOR + ").",
                "--color"));
        spec.addOption(Specs.value(
                "--font", "FAMILY", "One of " + String.join(", ", House.FONTS) + "; empty for the usual one."));
    }

    @Override
    public int run(Invocation call) throws CommandException, StoreException, ReportException {
        Houses houses = call.services().houses();
        try (Store store = call.workspaces().openExisting()) {
            House before = houses.of(store.workspace());
            House house = new House(
                    line(call, "--name", call.<String>option("--name").orElse(before.name())),
                    seal(call, houses, before),
                    new MarkingOptions(call).change(before.markings()),
                    font(call, before));
            if (house.equals(before)) {
                throw call.misused(
                        "Nothing is to be changed: give --name, --seal, --marking, --no-marking, --color or --font.");
            }
            houses.keep(store.workspace(), house);
            HouseCommand.show(call, house);
        }
        return Opbrief.DONE;
    }

    static String line(Invocation call, String option, String text) {
        if (!House.isLine(text)) {
            throw call.misused(option + ": is not one line of at most " + House.LONGEST + " characters.");
        }
        return text.strip();
    }

    private static Optional<Seal> seal(Invocation call, Houses houses, House before)
            throws CommandException, ReportException {
        Optional<String> given = call.option("--seal");
        if (given.isEmpty()) {
            return before.seal();
        }
        return given.get().isBlank() ? Optional.empty() : Optional.of(houses.seal(call.path(given.get())));
    }

    private static Optional<String> font(Invocation call, House before) {
        Optional<String> given = call.option("--font");
        if (given.isEmpty()) {
            return before.font();
        }
        if (!given.get().isBlank() && !House.FONTS.contains(given.get())) {
            throw call.misused("There is no font \"" + given.get() + "\"" + Nearest.hint(given.get(), House.FONTS));
        }
        return given.filter(family -> !family.isBlank());
    }
}
