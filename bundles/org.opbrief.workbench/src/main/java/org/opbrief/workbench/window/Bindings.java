package org.opbrief.workbench.window;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.bindings.EBindingService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.jface.bindings.TriggerSequence;

/** The commands that can be done here and now, and their keys. */
@Creatable
public final class Bindings {

    private final MApplication application;
    private final ECommandService commands;
    private final EHandlerService handlers;
    private final EBindingService bindings;

    @Inject
    public Bindings(
            MApplication application, ECommandService commands, EHandlerService handlers, EBindingService bindings) {
        this.application = application;
        this.commands = commands;
        this.handlers = handlers;
        this.bindings = bindings;
    }

    /** All commands that are active, with their keys. */
    public List<Choice> all() {
        List<Choice> choices = new ArrayList<>();
        for (MCommand each : application.getCommands()) {
            ParameterizedCommand command = commands.createCommand(each.getElementId(), Map.of());
            if (command != null && handlers.canExecute(command)) {
                TriggerSequence keys = bindings.getBestSequenceFor(command);
                choices.add(new Choice(
                        name(command), keys == null ? "" : keys.format(), () -> handlers.executeHandler(command)));
            }
        }
        return choices;
    }

    private static String name(ParameterizedCommand command) {
        try {
            return command.getCommand().getName();
        } catch (NotDefinedException e) {
            return command.getId();
        }
    }
}
