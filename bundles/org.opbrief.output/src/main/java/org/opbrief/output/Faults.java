package org.opbrief.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.output.OutputException;

/** Says in one sentence why files could not be written, and what to do. */
final class Faults {

    private Faults() {}

    static OutputException writing(Path folder, IOException e) {
        if (FileFaults.isDiskFull(e.getMessage())) {
            return new OutputException(
                    "The disk that holds " + folder + " is full; nothing was written. Free some space and run again.",
                    e);
        }
        if (FileFaults.isTooLarge(e.getMessage())) {
            return new OutputException(
                    "The files for " + folder + " are larger than the system allows; nothing was written. Raise the"
                            + " limit (ulimit -f) or choose another folder.",
                    e);
        }
        return new OutputException("The folder " + folder + reason(folder, e) + ". Choose another folder.", e);
    }

    private static String reason(Path folder, IOException e) {
        Path at = e instanceof FileSystemException system && system.getFile() != null
                ? Path.of(system.getFile())
                : folder;
        if (e instanceof AccessDeniedException) {
            return " cannot be written: permission denied";
        }
        if (e instanceof NotDirectoryException) {
            return " cannot be used: " + at + " is not a folder";
        }
        if (e instanceof NoSuchFileException && folder.toAbsolutePath().startsWith(at.toAbsolutePath())) {
            return " cannot be made: the system lets nobody make " + at;
        }
        return " cannot be written: " + FileFaults.reason(e);
    }

    /** The exception itself, or one that says what lies beneath it if that is a full disk. */
    static OutputException clearer(Path folder, OutputException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io
                    && (FileFaults.isDiskFull(io.getMessage()) || FileFaults.isTooLarge(io.getMessage()))) {
                return writing(folder, io);
            }
        }
        return e;
    }
}
