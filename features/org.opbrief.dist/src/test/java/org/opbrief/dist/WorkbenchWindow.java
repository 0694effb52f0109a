package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The workbench as a user has it before him: started by its command, looked at, driven by mouse and keys. */
final class WorkbenchWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Desktop desktop;
    private final Process process;
    private final Socket socket;
    private final BufferedReader answers;
    private final PrintWriter questions;
    private final Path output;

    private WorkbenchWindow(Desktop desktop, Process process, Socket socket, Path output) throws IOException {
        this.desktop = desktop;
        this.process = process;
        this.socket = socket;
        this.output = output;
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        questions = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /**
     * Opens it and waits until it is there.
     *
     * @param home of the user, where the layout is kept
     */
    static WorkbenchWindow open(Desktop desktop, Path home, Path workspace)
            throws IOException, InterruptedException, URISyntaxException {
        WorkbenchWindow window = start(desktop, home, workspace);
        window.await("the window", "shells", answer -> answer.contains("Opbrief"));
        return window;
    }

    /** As above; what comes may be a question first. */
    static WorkbenchWindow start(Desktop desktop, Path home, Path workspace)
            throws IOException, InterruptedException, URISyntaxException {
        Files.createDirectories(home);
        // several may be open at once
        Path port = home.resolve("port-" + System.nanoTime());
        Path output = home.resolve(port.getFileName() + ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        ProbedDistribution.get().resolve("bin/opbrief").toString(),
                        "workbench",
                        "--workspace",
                        workspace.toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("OPBRIEF_WORKSPACE");
        builder.environment().put("DISPLAY", desktop.display());
        builder.environment().put("OPBRIEF_PROBE", port.toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("NO_AT_BRIDGE", "1");
        Process process = builder.start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                fail("No window: " + Files.readString(output));
            }
            Thread.sleep(100);
        }
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(Files.readString(port)));
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new WorkbenchWindow(desktop, process, socket, output);
    }

    /** @param words a question of the probe */
    String ask(String... words) throws IOException {
        questions.println(String.join("\t", words));
        String answer;
        try {
            answer = answers.readLine();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The window does not answer " + String.join(" ", words) + ". " + stacks(), e);
        }
        if (answer == null) {
            fail("The window is gone: " + Files.readString(output));
        }
        return answer;
    }

    /** Asks until the answer is as expected. */
    String await(String what, String question, Predicate<String> expected) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String answer = ask(question.split("\t"));
        while (!expected.test(answer)) {
            if (System.nanoTime() > end) {
                picture("failed");
                fail("Waited in vain for " + what + "; " + question.replace('\t', ' ') + ": " + answer + "; windows: "
                        + ask("shells") + "\n" + Files.readString(output));
            }
            Thread.sleep(100);
            answer = ask(question.split("\t"));
        }
        return answer;
    }

    void click(String id) throws IOException, InterruptedException {
        desktop.click(place("where", id));
    }

    /** @param x of the width @param y of the width too, from the upper edge: where it is on something that is fitted to it */
    void clickWithin(String id, double x, double y) throws IOException, InterruptedException {
        Desktop.Area area = place("where", id);
        desktop.click(new Desktop.Area(area.x() + (int) (x * area.width()), area.y() + (int) (y * area.width()), 1, 1));
    }

    /** Drags files from another window onto this one. */
    void drop(String id, Path... files) throws IOException, InterruptedException {
        String[] words = Stream.concat(Stream.of("drag"), Stream.of(files).map(Path::toString))
                .toArray(String[]::new);
        assertEquals("open", ask(words));
        desktop.drag(place("where", "drag.source"), place("where", id));
        await("the end of the drag", "where\tdrag.source", "none"::equals);
    }

    /** Gives a file to the system's own dialog. While that is open, the program answers no question. */
    void chooseFile(String title, Path file) throws IOException, InterruptedException {
        desktop.chooseFile(title, file);
    }

    void clickItem(String id, String text) throws IOException, InterruptedException {
        desktop.click(place("where-item", id, text));
    }

    /** @param text of a tab or a button */
    void clickText(String text) throws IOException, InterruptedException {
        desktop.click(place("where-text", text));
    }

    private Desktop.Area place(String... question) throws IOException, InterruptedException {
        return Desktop.Area.parse(
                await(question[question.length - 1], String.join("\t", question), answer -> !answer.equals("none")));
    }

    void press(String... keys) throws IOException, InterruptedException {
        desktop.press(keys);
    }

    void type(String text) throws IOException, InterruptedException {
        desktop.type(text);
    }

    /** Keeps what the screen shows among the results of the build; a screen reader must be able to tell what it is. */
    void show(String name) throws IOException {
        picture(name);
        assertEquals("", ask("unnamed"), "what takes the focus and has no name in " + name);
    }

    /** As above, whatever a screen reader can tell of it. */
    void picture(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots").toAbsolutePath());
        assertEquals("written", ask("picture", folder.resolve(name + ".png").toString()));
    }

    /** Whether a file of that name is mapped into the memory of the process that was started. */
    boolean maps(String file) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "maps"))) {
            return lines.anyMatch(line -> line.endsWith("/" + file));
        }
    }

    /** What the process printed. */
    String output() throws IOException {
        return Files.readString(output);
    }

    /** Closes it as a user does and waits for the end of the process. */
    void quit() throws IOException, InterruptedException {
        desktop.press("ctrl+q");
        awaitEnd();
    }

    /** Waits for the end of the process, which has nothing to complain about. */
    void awaitEnd() throws IOException, InterruptedException {
        awaitEnd(0);
    }

    void awaitEnd(int exitCode) throws IOException, InterruptedException {
        List<String> left = new ArrayList<>();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            left.add(stacks());
            picture("not-quit");
            left.add(ask("shells"));
        }
        assertEquals(List.of(), left);
        assertEquals(exitCode, process.exitValue(), Files.readString(output));
    }

    /** Keeps what all threads do among the results of the build; returns that of the window's thread. */
    private String stacks() throws IOException {
        Path all = Files.createDirectories(Path.of("target", "screenshots").toAbsolutePath())
                .resolve("stacks-" + process.pid() + ".txt");
        long java = process.children().findFirst().map(ProcessHandle::pid).orElse(process.pid());
        Process jstack = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jstack")
                                .toString(),
                        Long.toString(java))
                .redirectErrorStream(true)
                .start();
        String text = new String(jstack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(all, text);
        return all + ":\n"
                + Stream.of(text.split("\n\n"))
                        .filter(stack -> stack.startsWith("\"main\"") || stack.contains("deadlock"))
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() throws IOException {
        socket.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
