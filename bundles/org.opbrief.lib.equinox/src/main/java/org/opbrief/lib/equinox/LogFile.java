package org.opbrief.lib.equinox;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.eclipse.osgi.framework.log.FrameworkLog;
import org.eclipse.osgi.framework.log.FrameworkLogEntry;
import org.osgi.framework.FrameworkEvent;

/** Adds to a file what Eclipse's bundles log; there is none until there is something to write. */
final class LogFile implements FrameworkLog {

    private static final long LARGEST = 1 << 20;

    private final Path file;

    LogFile(Path file) {
        this.file = file;
    }

    /** @param failure may be null */
    synchronized void write(String source, String message, Throwable failure) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.println(LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + source + ": " + message);
        if (failure != null) {
            failure.printStackTrace(writer);
        }
        writer.flush();
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                Files.delete(file);
            }
            Files.writeString(file, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.print(text);
        }
    }

    @Override
    public void log(FrameworkEvent event) {
        write(event.getBundle().getSymbolicName(), "framework error", event.getThrowable());
    }

    @Override
    public void log(FrameworkLogEntry entry) {
        write(entry.getEntry(), entry.getMessage(), entry.getThrowable());
        if (entry.getChildren() != null) {
            for (FrameworkLogEntry child : entry.getChildren()) {
                log(child);
            }
        }
    }

    @Override
    public File getFile() {
        return file.toFile();
    }

    /** It stays where it is. */
    @Override
    public void setFile(File newFile, boolean append) {}

    @Override
    public void setWriter(Writer newWriter, boolean append) {}

    @Override
    public void setConsoleLog(boolean consoleLog) {}

    @Override
    public void close() {}
}
