package org.opbrief.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstallPlan.Change;
import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollback}. */
final class RollbackCommand implements Command {

    @Override
    public String name() {
        return "rollback";
    }

    @Override
    public String summary() {
        return "Goes back to the packs before the last change; again, and it goes further back.";
    }

    @Override
    public void describe(CommandSpec spec) {
        Plans.describe(spec);
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        InstallPlan plan = call.packs().planRollback();
        return Plans.carryOut(
                call, plan, "There is nothing to do: the packs were the same before.", forward(plan, call));
    }

    /** Commands that undo it, since another rollback would not. */
    private static List<String> forward(InstallPlan plan, Invocation call) {
        // listing examines all packs
        Set<String> own = plan.changes().stream().noneMatch(change -> change.kind() == InstallPlan.Kind.UPDATE)
                ? Set.of()
                : call.packs().list().stream()
                        .filter(status -> !status.shipped())
                        .map(status -> status.pack().name())
                        .collect(Collectors.toSet());
        List<String> left = new ArrayList<>();
        List<String> returned = new ArrayList<>();
        for (Change change : plan.changes()) {
            String name = change.pack().name();
            boolean wasOwn =
                    switch (change.kind()) {
                        case INSTALL -> false;
                        case UPDATE -> own.contains(name);
                        // of a shipped pack there is only what came with Opbrief
                        case DOWNGRADE, REMOVE -> true;
                    };
            if (wasOwn) {
                left.add(name + "@" + change.before().orElseThrow());
            } else {
                returned.add(name);
            }
        }
        List<String> commands = new ArrayList<>();
        if (!left.isEmpty()) {
            commands.add("install " + String.join(" ", left));
        }
        if (!returned.isEmpty()) {
            commands.add("uninstall " + String.join(" ", returned));
        }
        return commands;
    }
}
