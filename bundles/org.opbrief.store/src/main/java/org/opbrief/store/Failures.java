package org.opbrief.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.StoreException;

/** Puts what the engine and the file system report into one sentence for the user. */
final class Failures {
    private Failures() {}

    /** @param task what could not be done, e.g. {@code import seizures.csv} */
    static StoreException of(String task, Path workspace, Exception cause) {
        String sentence =
                known(workspace, cause).orElseGet(() -> " in the workspace " + workspace + ": " + reason(cause) + ".");
        return new StoreException("Cannot " + task + sentence, cause);
    }

    /** A query that failed, be it its own fault or the machine's. */
    static StoreException query(Path workspace, SQLException cause) {
        return new StoreException(
                known(workspace, cause)
                        .map(sentence -> "Cannot answer a query" + sentence)
                        .orElseGet(() -> "The query failed: " + reason(cause)),
                cause);
    }

    /** A workspace whose folder cannot be made. */
    static StoreException making(Path workspace, IOException cause) {
        String task = "make the workspace " + workspace;
        if (cause instanceof NoSuchFileException missing) {
            return new StoreException(
                    "Cannot " + task + ": the system lets nobody make " + missing.getFile()
                            + "; name another workspace.",
                    cause);
        }
        return new StoreException(
                "Cannot "
                        + known(workspace, cause)
                                .map(sentence -> "make a workspace" + sentence)
                                .orElseGet(() -> task + ": " + reason(cause) + "; name another workspace."),
                cause);
    }

    /** What fails after a task was cancelled fails for that reason. */
    static void refuseCancelled(Progress task) {
        if (task.isCancelled()) {
            throw new CancellationException("The task was cancelled");
        }
    }

    /** The end of the sentence for faults of the machine, with what to do about them. */
    private static Optional<String> known(Path workspace, Exception cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (FileFaults.isDiskFull(text)) {
            return Optional.of(": the disk that holds the workspace " + workspace
                    + " is full; free some space and try again. Nothing was changed.");
        }
        if (FileFaults.isTooLarge(text)) {
            return Optional.of(": a file of the workspace " + workspace + " would be larger than the system allows;"
                    + " raise the limit (ulimit -f) and try again. Nothing was changed.");
        }
        if (cause instanceof AccessDeniedException
                || text.contains("read-only file system")
                || text.contains("permission denied")) {
            return Optional.of(": the workspace " + workspace
                    + " cannot be written; ask for the right to write there or name another workspace.");
        }
        if (text.contains("not a valid duckdb database file")) {
            return Optional.of(": the workspace " + workspace
                    + " is damaged, its file opbrief.duckdb is no database; put a copy in its place, or name another"
                    + " workspace.");
        }
        if (text.contains("could not set lock on file")) {
            return Optional.of(": another program has opened the file opbrief.duckdb of the workspace " + workspace
                    + "; wait until it ends, or end it.");
        }
        if (text.contains("out of memory error")) {
            return Optional.of(": there is not enough memory for the workspace " + workspace
                    + "; end other programs and try again. Nothing was changed.");
        }
        return Optional.empty();
    }

    /** Whether it is the disk's fault, not that of a file which is read. */
    static boolean isOfTheDisk(IOException cause) {
        return FileFaults.isDiskFull(cause.getMessage()) || FileFaults.isTooLarge(cause.getMessage());
    }

    /** The reason as one line, without what the engine's driver puts around it and without a full stop. */
    static String reason(Exception cause) {
        if (cause instanceof IOException fault) {
            return FileFaults.reason(fault);
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        if (cause instanceof SQLException) {
            int start = message.indexOf("\nError: ");
            message = start < 0 ? message : message.substring(start + "\nError: ".length());
            int position = message.indexOf("\n\nLINE ");
            message = position < 0 ? message : message.substring(0, position);
        }
        return message.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\.$", "");
    }
}
