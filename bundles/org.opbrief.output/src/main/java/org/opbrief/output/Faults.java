package org.opbrief.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.opbrief.api.output.OutputException;

/** Says in one sentence why a file system refused. */
final class Faults {

    private Faults() {}

    static OutputException writing(Path folder, IOException e) {
        Path at = e instanceof FileSystemException system && system.getFile() != null
                ? Path.of(system.getFile())
                : folder;
        if (isDiskFull(e)) {
            return new OutputException(
                    "The disk that holds " + folder + " is full; nothing was written. Free some space and run again.",
                    e);
        }
        if (e instanceof AccessDeniedException) {
            return new OutputException(
                    "The folder " + folder + " cannot be written: permission denied. Choose another folder.", e);
        }
        if (e instanceof NotDirectoryException) {
            return new OutputException(
                    "The folder " + folder + " cannot be used: " + at + " is not a folder. Choose another folder.", e);
        }
        return new OutputException("The folder " + folder + " cannot be written: " + reason(e) + ".", e);
    }

    /** The exception itself, or one that says what lies beneath it if that is a full disk. */
    static OutputException clearer(Path folder, OutputException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io && isDiskFull(io)) {
                return writing(folder, io);
            }
        }
        return e;
    }

    /** The operating system's words, without the path that the message of a Java exception starts with. */
    static String reason(IOException e) {
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getFile() + ": " + system.getReason();
        }
        if (e instanceof FileSystemException system) {
            return system.getFile() + ": " + e.getClass().getSimpleName().replace("Exception", "");
        }
        return String.valueOf(e.getMessage());
    }

    private static boolean isDiskFull(IOException e) {
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        // Linux and macOS; a quota; Windows
        return text.contains("no space left") || text.contains("quota exceeded") || text.contains("not enough space");
    }
}
