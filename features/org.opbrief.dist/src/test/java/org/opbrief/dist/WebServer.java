package org.opbrief.dist;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Gives out the files of a folder; {@code /endless/} and all below it has content without end. */
final class WebServer implements AutoCloseable {

    private static final int BLOCK = 1 << 20;

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    WebServer(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::file);
        server.createContext("/endless/", WebServer::endless);
        server.start();
    }

    /** Of a file below the folder. */
    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + path;
    }

    private void file(HttpExchange exchange) throws IOException {
        Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        try (exchange) {
            if (Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(200, Files.size(file));
                Files.copy(file, exchange.getResponseBody());
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void endless(HttpExchange exchange) {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            byte[] block = new byte[BLOCK];
            while (!Thread.interrupted()) {
                body.write(block);
            }
        } catch (IOException e) {
            // whoever reads it has enough
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
