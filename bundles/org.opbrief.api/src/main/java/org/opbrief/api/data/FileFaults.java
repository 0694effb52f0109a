package org.opbrief.api.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Optional;

/** Why a file system refused, in words: Java's messages are bare paths, or what the operating system calls it. */
public final class FileFaults {

    private FileFaults() {}

    /** In words that follow a colon, e.g. {@code permission denied (/srv/out)}. */
    public static String reason(IOException e) {
        Optional<FileSystemException> fault = Optional.of(e)
                .filter(FileSystemException.class::isInstance)
                .map(FileSystemException.class::cast)
                .filter(about -> about.getFile() != null);
        String system = fault.map(about -> about.getReason()).orElse(fault.isPresent() ? "" : e.getMessage());
        return words(e, system == null ? "" : system.strip())
                + fault.map(about -> " (" + about.getFile() + ")").orElse("");
    }

    private static String words(IOException e, String system) {
        String text = text(system);
        if (isDiskFull(text)) {
            return "the disk is full";
        }
        if (isTooLarge(text)) {
            return "a file would be larger than the system allows";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof AccessDeniedException || text.contains("permission denied")) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "something of that name is in the way";
        }
        if (e instanceof NotDirectoryException || text.contains("not a directory")) {
            return "a file stands where a folder is needed";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        if (text.contains("read-only file system")) {
            return "the disk is read-only";
        }
        return system.isEmpty() ? "reading or writing failed" : system;
    }

    /** Whether that text of an operating system, or of a library that passes it on, tells of a full disk. */
    public static boolean isDiskFull(String message) {
        String text = text(message);
        // Linux and macOS; a quota; Windows
        return text.contains("no space left") || text.contains("disk quota") || text.contains("not enough space");
    }

    /** Whether that text tells of a file that exceeds what the file system or a limit of the process allows. */
    public static boolean isTooLarge(String message) {
        return text(message).contains("file too large");
    }

    private static String text(String message) {
        return message == null ? "" : message.toLowerCase(Locale.ROOT);
    }
}
