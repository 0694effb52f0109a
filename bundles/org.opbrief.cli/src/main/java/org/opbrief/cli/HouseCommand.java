package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.report.House;
import org.opbrief.api.report.ReportException;

/** {@code house}, which by itself shows the agency of the workspace. */
final class HouseCommand implements Command {

    @Override
    public String name() {
        return "house";
    }

    @Override
    public String summary() {
        return "Shows, or sets, the agency that briefings of the workspace are made for.";
    }

    @Override
    public List<Command> commands() {
        return List.of(new HouseSetCommand(), new HouseClearCommand());
    }

    @Override
    public int run(Invocation call) throws CommandException, ReportException {
        show(call, call.services().houses().of(call.workspaces().folder()));
        return Opbrief.DONE;
    }

    static void show(Invocation call, House house) throws CommandException {
        Console console = call.console();
        if (house.equals(House.NONE)) {
            console.line("Briefings of this workspace show no agency; to set one: "
                    + call.suggestionHere("house set --name NAME --seal FILE"));
            return;
        }
        console.line("Agency: " + (house.name().isEmpty() ? "not shown by name" : house.name()));
        console.line("Seal: "
                + house.seal()
                        .map(seal -> seal.width() + " x " + seal.height() + " pixels, SHA-256 " + seal.sha256())
                        .orElse("none"));
        house.markings()
                .forEach((edition, marking) -> console.line("Marking of the edition " + edition + ": "
                        + (marking.text().isEmpty() ? "none" : marking.text() + " (" + marking.color() + ")")));
        console.line("Font: " + house.font().orElse("the usual one"));
    }
}
