package org.opbrief.itest.workbench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Answers questions at a port of this machine, which it writes into the file that the environment names. A question is a
 * line of words with tabs between them, an answer is one line.
 */
@Component(service = Probe.class, immediate = true)
public final class Probe {
    private static final String PORT_FILE = "OPBRIEF_PROBE";

    private final Questions questions;
    private final ServerSocket server;

    @Activate
    public Probe(BundleContext context) throws IOException {
        questions = new Questions(context);
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Path file = Path.of(System.getenv(PORT_FILE));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, Integer.toString(server.getLocalPort()));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        Thread thread = new Thread(this::serve, "probe");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // the test has gone, or the window
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter answers = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            answers.println(questions.answer(line.split("\t", -1)).replace('\n', ' '));
        }
    }
}
