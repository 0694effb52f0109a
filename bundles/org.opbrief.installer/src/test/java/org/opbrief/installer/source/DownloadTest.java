package org.opbrief.installer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.PackException;

class DownloadTest {

    @TempDir
    private Path temp;

    private final Download download = new Download(Duration.ofSeconds(3), Duration.ofSeconds(5));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server;
    private String place;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        place = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whatTheServerHasIsFetchedAlsoFromAnotherPlaceOfIt() throws Exception {
        server.createContext("/a.jar", exchange -> answer(exchange, 200, "content"));
        server.createContext("/old.jar", exchange -> {
            exchange.getResponseHeaders().add("Location", "/a.jar");
            answer(exchange, 302, "");
        });
        assertEquals("content", fetch("/a.jar"));
        assertEquals("content", fetch("/old.jar"));
    }

    @Test
    void aPlaceThatIsNoWebServerIsNotFollowed() {
        server.createContext("/a.jar", exchange -> {
            exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
            answer(exchange, 302, "");
        });
        assertEquals(
                place + "/a.jar cannot be fetched: it leads to file:///etc/passwd, where it would be less safe.",
                failure("/a.jar"));
    }

    @Test
    void whatIsTooLargeIsNotFetchedToTheEnd() {
        server.createContext("/a.jar", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            while (never.getCount() > 0) {
                exchange.getResponseBody().write(block);
            }
        });
        assertEquals(place + "/a.jar is larger than 1 MiB, which no pack is.", failure("/a.jar"));
    }

    @Test
    void aServerThatDoesNotAnswerOrDoesNotEndIsGivenUp() {
        server.createContext("/silent.jar", exchange -> await());
        server.createContext("/slow.jar", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await();
        });
        assertEquals(
                place + "/silent.jar cannot be fetched: localhost did not answer in time.", failure("/silent.jar"));
        assertTrue(
                failure("/slow.jar").startsWith(place + "/slow.jar was not there after 5 seconds"),
                failure("/slow.jar"));
    }

    @Test
    void anAddressWithAPasswordIsRefusedWithoutShowingIt() {
        assertEquals(
                "An address must not have a password in it: fetch 'https://example.org/a.jar' yourself and give the file.",
                assertThrows(PackException.class, () -> Download.address("https://me:secret@example.org/a.jar"))
                        .getMessage());
    }

    @Test
    void aFileIsAnAddressToo() throws Exception {
        Path file = Files.writeString(temp.resolve("a b.jar"), "content");
        Path copy = temp.resolve("copy");
        download.fetch(Download.address(file.toUri().toString()), copy, 100);
        assertEquals("content", Files.readString(copy));
        assertTrue(Download.isAddress("file:/a") && !Download.isAddress("C:\\a.jar") && !Download.isAddress("a.jar"));
    }

    private void await() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String fetch(String path) throws Exception {
        Path file = temp.resolve("fetched");
        download.fetch(URI.create(place + path), file, 1 << 20);
        return Files.readString(file);
    }

    private String failure(String path) {
        return assertThrows(PackException.class, () -> fetch(path)).getMessage();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        exchange.sendResponseHeaders(status, text.isEmpty() ? -1 : text.length());
        exchange.getResponseBody().write(text.getBytes());
        exchange.close();
    }
}
