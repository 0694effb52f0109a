package org.opbrief.cli;

import java.util.List;

/** A command that only holds others. */
record Group(String name, String summary, List<Command> commands) implements Command {

    Group {
        commands = List.copyOf(commands);
    }

    @Override
    public int run(Invocation call) {
        List<String> names =
                commands.stream().map(command -> name + " " + command.name()).toList();
        throw call.misused("\"" + name + "\" is not a command by itself: there is " + Words.list(names) + ".");
    }
}
