package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what would change, asks, and changes it. */
final class Plans {

    private Plans() {}

    static void describe(CommandSpec spec) {
        spec.addOption(Specs.flag("--dry-run", "Show what would change, and change nothing."));
        spec.addOption(Specs.flag("--yes", "Say yes to all questions."));
    }

    /**
     * @param nothing what is said if there is nothing to change
     * @return the exit code
     */
    static int carryOut(Invocation call, InstallPlan plan, String nothing) throws CommandException, PackException {
        return carryOut(call, plan, nothing, List.of("rollback"));
    }

    /**
     * @param nothing what is said if there is nothing to change
     * @param undo commands that undo it
     * @return the exit code
     */
    static int carryOut(Invocation call, InstallPlan plan, String nothing, List<String> undo)
            throws CommandException, PackException {
        Console console = call.console();
        new PlanText(console).print(plan);
        if (!plan.refusals().isEmpty()) {
            plan.refusals().forEach(refusal -> console.error("opbrief: " + refusal));
            return Opbrief.FAILED;
        }
        if (plan.changes().isEmpty()) {
            console.line(nothing);
            return Opbrief.DONE;
        }
        if (call.has("--dry-run")) {
            console.line("Nothing was changed, since this was a dry run.");
            return Opbrief.DONE;
        }
        if (!agreed(call, plan)) {
            console.line("Nothing was changed.");
            return Opbrief.FAILED;
        }
        call.packs().carryOut(plan);
        sayWhatWasDone(call, plan);
        for (String command : undo) {
            console.line("Undo it: " + call.suggestionHere(command));
        }
        return Opbrief.DONE;
    }

    private static boolean agreed(Invocation call, InstallPlan plan) throws CommandException {
        if (call.has("--yes")) {
            return true;
        }
        if (call.console().interactive()) {
            return call.console().agreed("Go on?");
        }
        if (plan.questions().isEmpty() && plan.breaks().isEmpty()) {
            return true;
        }
        throw new CommandException("This needs a yes, and nobody is at a terminal to give it: read the plan, then run"
                + " this again with --yes.");
    }

    private static void sayWhatWasDone(Invocation call, InstallPlan plan) throws CommandException {
        List<String> reports = List.of();
        for (InstallPlan.Change change : plan.changes()) {
            String pack = change.pack().name() + " " + change.pack().version();
            call.console()
                    .line(
                            switch (change.kind()) {
                                case INSTALL -> "Installed " + pack + ".";
                                case UPDATE, DOWNGRADE ->
                                    "Installed " + pack + " in the place of "
                                            + change.before().orElse("what was there") + ".";
                                case REMOVE -> "Removed " + pack + ".";
                            });
            // what others need comes before them, so that the last one is what was asked for
            if (change.kind() != InstallPlan.Kind.REMOVE
                    && !change.pack().reports().isEmpty()) {
                reports = change.pack().reports();
            }
        }
        if (!reports.isEmpty()) {
            call.console().line("Run it: " + call.suggestionHere("run " + reports.get(0)));
        }
    }
}
