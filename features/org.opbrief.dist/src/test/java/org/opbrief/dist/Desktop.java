package org.opbrief.dist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A screen of 1280 by 800 that nobody looks at (Xvfb), with a window manager, and a hand at its mouse and keys. */
final class Desktop implements AutoCloseable {

    /** A place on the screen, in pixels. */
    record Area(int x, int y, int width, int height) {

        /** @param text its four numbers */
        static Area parse(String text) {
            String[] numbers = text.split(" ");
            return new Area(
                    Integer.parseInt(numbers[0]),
                    Integer.parseInt(numbers[1]),
                    Integer.parseInt(numbers[2]),
                    Integer.parseInt(numbers[3]));
        }
    }

    private final String display;
    private final List<Process> processes = new ArrayList<>();

    private Desktop(String display) {
        this.display = display;
    }

    static Desktop start() throws IOException, InterruptedException {
        Process screen = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(screen.getInputStream(), StandardCharsets.US_ASCII));
        String number = lines.readLine();
        if (number == null) {
            throw new IOException("There is no screen: Xvfb ended with " + screen.waitFor() + ".");
        }
        Desktop desktop = new Desktop(":" + number.strip());
        desktop.processes.add(screen);
        desktop.processes.add(desktop.command("openbox").start());
        return desktop;
    }

    /** What X programs find it by. */
    String display() {
        return display;
    }

    void click(Area area) throws IOException, InterruptedException {
        point(area);
        hand("click", "1");
    }

    /** Presses the mouse here, moves it, and lets go there. */
    void drag(Area from, Area to) throws IOException, InterruptedException {
        point(from);
        hand("mousedown", "1");
        // a drag begins with a move, and its target is told of moves only
        for (int shift : new int[] {4, 12, 30}) {
            hand("mousemove_relative", Integer.toString(shift), Integer.toString(shift));
            Thread.sleep(50);
        }
        point(to);
        Thread.sleep(100);
        point(to);
        hand("mouseup", "1");
    }

    private void point(Area area) throws IOException, InterruptedException {
        int x = area.x() + area.width() / 2;
        int y = area.y() + area.height() / 2;
        // the way there matters to what listens for the mouse
        hand("mousemove", Integer.toString(x - 2), Integer.toString(y - 1));
        hand("mousemove", Integer.toString(x), Integer.toString(y));
    }

    /** @param keys one after the other, e.g. {@code ctrl+r} or {@code Return} */
    void press(String... keys) throws IOException, InterruptedException {
        for (String key : keys) {
            hand("key", "--clearmodifiers", key);
        }
    }

    /** Gives a file to the system's own dialog, which is not the program's, and waits until it has gone. */
    void chooseFile(String title, Path file) throws IOException, InterruptedException {
        hand("search", "--sync", "--onlyvisible", "--name", "^" + title + "$");
        List<String> dialog = windows(title);
        Thread.sleep(500); // it takes keys a moment after it is seen
        press("slash");
        Thread.sleep(500); // it makes room for the path
        press("ctrl+a");
        type(file.toString());
        press("Return");
        for (int tenths = 0; windows(title).containsAll(dialog); tenths++) {
            if (tenths == 300) {
                throw new IOException("The window " + title + " does not go.");
            }
            Thread.sleep(100);
        }
    }

    /** Ids of the windows that can be seen and have this title. */
    private List<String> windows(String title) throws IOException, InterruptedException {
        ProcessBuilder builder = command("xdotool", "search", "--onlyvisible", "--name", "^" + title + "$")
                .redirectOutput(ProcessBuilder.Redirect.PIPE);
        Process search = builder.start();
        String found = new String(search.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        search.waitFor();
        return found.lines().toList();
    }

    void type(String text) throws IOException, InterruptedException {
        hand("type", "--delay", "15", text);
    }

    private void hand(String... what) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("xdotool"));
        line.addAll(List.of(what));
        Process process = command(line.toArray(String[]::new)).start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("The hand could not " + String.join(" ", what) + ".");
        }
    }

    private ProcessBuilder command(String... line) {
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        return builder;
    }

    @Override
    public void close() throws InterruptedException {
        for (int i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).destroy();
            processes.get(i).waitFor(10, TimeUnit.SECONDS);
        }
    }
}
