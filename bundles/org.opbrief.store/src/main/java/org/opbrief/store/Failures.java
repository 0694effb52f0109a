package org.opbrief.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.opbrief.api.data.StoreException;

/** Puts what the engine and the file system report into one sentence for the user. */
final class Failures {
    private Failures() {}

    /** @param task what could not be done, e.g. {@code import seizures.csv} */
    static StoreException of(String task, Path workspace, Exception cause) {
        String reason = reason(cause);
        String lower = reason.toLowerCase(Locale.ROOT);
        if (isFullDisk(cause)) {
            return new StoreException(
                    "Cannot " + task + ": the disk that holds the workspace " + workspace
                            + " is full; free some space and try again. Nothing was changed.",
                    cause);
        }
        if (cause instanceof AccessDeniedException
                || lower.contains("read-only file system")
                || lower.contains("permission denied")) {
            return new StoreException(
                    "Cannot " + task + ": the workspace " + workspace
                            + " cannot be written; ask for the right to write there or name another workspace.",
                    cause);
        }
        return new StoreException("Cannot " + task + " in the workspace " + workspace + ": " + reason, cause);
    }

    static boolean isFullDisk(Exception cause) {
        String lower = reason(cause).toLowerCase(Locale.ROOT);
        return lower.contains("no space left") || lower.contains("not enough space") || lower.contains("disk quota");
    }

    /** The engine's reason without what the driver puts around it, as one line. */
    static String reason(Exception cause) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        if (cause instanceof SQLException) {
            int start = message.indexOf("\nError: ");
            message = start < 0 ? message : message.substring(start + "\nError: ".length());
            int position = message.indexOf("\n\nLINE ");
            message = position < 0 ? message : message.substring(0, position);
        } else if (cause instanceof IOException && message.equals(((IOException) cause).getLocalizedMessage())) {
            message = cause instanceof AccessDeniedException ? "no access to " + message : message;
        }
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
