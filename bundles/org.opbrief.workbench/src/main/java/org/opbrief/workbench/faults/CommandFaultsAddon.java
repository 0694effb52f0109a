package org.opbrief.workbench.faults;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.eclipse.core.commands.CommandManager;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;

/** Tells of handlers that fail: Eclipse keeps that to itself. */
public final class CommandFaultsAddon implements IExecutionListener {

    private final CommandManager commands;
    private final Faults faults;

    @Inject
    public CommandFaultsAddon(CommandManager commands, Faults faults) {
        this.commands = commands;
        this.faults = faults;
    }

    @PostConstruct
    void start() {
        commands.addExecutionListener(this);
    }

    @PreDestroy
    void stop() {
        commands.removeExecutionListener(this);
    }

    @Override
    public void postExecuteFailure(String command, ExecutionException failure) {
        faults.eventLoopException(failure.getCause() == null ? failure : failure.getCause());
    }

    @Override
    public void notHandled(String command, NotHandledException failure) {
        // there is no handler here and now
    }

    @Override
    public void preExecute(String command, ExecutionEvent event) {
        // it is told afterwards if it failed
    }

    @Override
    public void postExecuteSuccess(String command, Object result) {
        // nothing to tell
    }
}
