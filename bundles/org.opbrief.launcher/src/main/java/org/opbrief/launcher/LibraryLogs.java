package org.opbrief.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps what libraries log ({@code java.util.logging}) away from the terminal: commands say what a user must know. */
public final class LibraryLogs {

    /** Called by the log manager when the first library logs; configures no handler, so nothing is written. */
    public LibraryLogs() {
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /** Nothing is logged. Costs nothing unless a library logs. */
    static void drop() {
        System.setProperty("java.util.logging.config.class", LibraryLogs.class.getName());
    }

    /** Warnings and errors are added to a file. */
    static void write(Path file) throws LaunchException {
        LogManager.getLogManager().reset();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileHandler handler = new FileHandler(file.toString(), true);
            handler.setFormatter(new SimpleFormatter());
            handler.setLevel(Level.WARNING);
            Logger.getLogger("").addHandler(handler);
        } catch (IOException e) {
            throw new LaunchException("The log " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
