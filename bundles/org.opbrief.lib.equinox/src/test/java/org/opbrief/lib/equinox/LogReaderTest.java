package org.opbrief.lib.equinox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.equinox.log.ExtendedLogService;
import org.eclipse.equinox.log.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;

class LogReaderTest {

    @TempDir
    private Path folder;

    @Test
    void allThatALoggerGetsIsHeardAndErrorsAreWritten() throws IOException {
        Path file = folder.resolve("log.txt");
        LogReader reader = new LogReader(new LogFile(file));
        List<LogEntry> heard = new ArrayList<>();
        reader.addLogListener(heard::add);
        ExtendedLogService service = Loggers.service(bundle("org.example.one"), reader);
        Logger logger = service.getLogger(bundle("org.example.two"), "sketch");

        logger.info("drawn");
        assertFalse(Files.exists(file));
        logger.error("torn in {}", 2, new IOException("no paper"));

        assertEquals(
                List.of("drawn", "torn in {} 2"),
                heard.stream().map(LogEntry::getMessage).toList());
        assertEquals("org.example.two", heard.get(1).getBundle().getSymbolicName());
        assertEquals("sketch", heard.get(1).getLoggerName());
        assertEquals(LogLevel.ERROR, heard.get(1).getLogLevel());
        assertEquals("no paper", heard.get(1).getException().getMessage());
        String written = Files.readString(file);
        assertTrue(written.contains("org.example.two: torn in {} 2"), written);
        assertTrue(written.contains("java.io.IOException: no paper"), written);
        assertEquals(heard.get(1), Collections.list(reader.getLog()).get(0));
    }

    private static Bundle bundle(String name) {
        return (Bundle) Proxy.newProxyInstance(
                LogReaderTest.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName", "toString" -> name;
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> name.hashCode();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
