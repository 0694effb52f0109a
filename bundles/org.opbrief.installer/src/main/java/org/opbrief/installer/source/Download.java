package org.opbrief.installer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;

/** Fetches {@code file:}, {@code http:} and {@code https:} addresses. */
public final class Download {

    private static final int FOUND = 200;

    private final Duration patience;
    private final Duration most;
    private Optional<HttpClient> client = Optional.empty();

    public Download() {
        this(Duration.ofSeconds(15), Duration.ofMinutes(5));
    }

    /**
     * @param patience with a server that does not answer
     * @param most time that one file may take
     */
    Download(Duration patience, Duration most) {
        this.patience = patience;
        this.most = most;
    }

    /** Whether it is an address, and not a file; {@code C:\} is none. */
    public static boolean isAddress(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    }

    /** @throws PackException if it is none that can be fetched */
    public static URI address(String text) throws PackException {
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new PackException("'" + text + "' is no address: write it like https://example.org/visits.jar.", e);
        }
        if (address.getScheme() == null || !address.getScheme().matches("(?i)file|https?")) {
            throw new PackException("'" + text + "' cannot be fetched: addresses begin with file:, http: or https:.");
        }
        if (address.getUserInfo() != null) {
            throw new PackException("An address must not have a password in it: fetch '"
                    + text.replaceFirst("//[^@]*@", "//") + "' yourself and give the file.");
        }
        return address;
    }

    /** @param largest number of bytes that it may have */
    public void fetch(URI address, Path file, long largest) throws PackException {
        if (address.getScheme().equalsIgnoreCase("file")) {
            copy(address, file, largest);
        } else {
            get(address, file, largest);
        }
    }

    private static void copy(URI address, Path file, long largest) throws PackException {
        try (InputStream in = Files.newInputStream(Path.of(address))) {
            Scratch.copy(in, file, address.toString(), largest);
        } catch (NoSuchFileException e) {
            throw new PackException("There is no file " + address + ".", e);
        } catch (IllegalArgumentException e) {
            throw new PackException(
                    "'" + address + "' is no address of a file: write it like file:///folder/visits.jar.", e);
        } catch (IOException e) {
            throw new PackException(address + " cannot be read: " + FileFaults.reason(e) + ".", e);
        }
    }

    private void get(URI address, Path file, long largest) throws PackException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(patience).GET().build();
        CompletableFuture<HttpResponse<InputStream>> answer =
                client().sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        CompletableFuture<Optional<PackException>> copied =
                answer.thenApplyAsync(got -> save(got, address, file, largest));
        try {
            Optional<PackException> failure = copied.get(most.toMillis(), TimeUnit.MILLISECONDS);
            if (failure.isPresent()) {
                throw failure.get();
            }
        } catch (TimeoutException e) {
            abandon(answer);
            throw new PackException(
                    address + " was not there after " + most.toSeconds() + " seconds: try again later.", e);
        } catch (InterruptedException e) {
            abandon(answer);
            Thread.currentThread().interrupt();
            throw new PackException("Fetching " + address + " was interrupted.", e);
        } catch (ExecutionException e) {
            throw new PackException(address + " cannot be fetched: " + words(address, e.getCause()) + ".", e);
        }
    }

    private static Optional<PackException> save(
            HttpResponse<InputStream> answer, URI address, Path file, long largest) {
        try (InputStream in = answer.body()) {
            if (answer.statusCode() != FOUND) {
                return Optional.of(new PackException(address + " cannot be fetched: " + status(answer) + "."));
            }
            Scratch.copy(in, file, address.toString(), largest);
            return Optional.empty();
        } catch (PackException e) {
            return Optional.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String status(HttpResponse<?> answer) {
        Optional<String> place = answer.headers().firstValue("Location");
        if (answer.statusCode() / 100 == 3 && place.isPresent()) {
            return "it leads to " + place.get() + ", where it would be less safe";
        }
        return answer.statusCode() == 404
                ? "the server does not have it"
                : "the server answered with " + answer.statusCode();
    }

    /** A body that never ends would hold its thread. */
    private static void abandon(CompletableFuture<HttpResponse<InputStream>> answer) {
        answer.cancel(true);
        answer.thenAccept(got -> {
            try {
                got.body().close();
            } catch (IOException e) {
                // given up anyway
            }
        });
    }

    private static String words(URI address, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return "no computer is known as " + address.getHost();
            }
            if (cause instanceof HttpTimeoutException) {
                return address.getHost() + " did not answer in time";
            }
            if (cause instanceof SSLException) {
                return "the connection is not safe (" + cause.getMessage() + ")";
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return address.getHost() + " does not answer";
            }
        }
        return "the connection broke off";
    }

    /** Made when it is needed: most commands fetch nothing. Never goes from https to http. */
    private synchronized HttpClient client() {
        if (client.isEmpty()) {
            client = Optional.of(HttpClient.newBuilder()
                    .connectTimeout(patience)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build());
        }
        return client.get();
    }
}
