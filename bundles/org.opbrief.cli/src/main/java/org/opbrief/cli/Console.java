package org.opbrief.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.data.FileFaults;

/**
 * Standard output and standard error, in UTF-8 whatever the locale. A reader that goes away, as in {@code | head}, does
 * not disturb the work: what follows is dropped, and long listings ask {@link #closed()} to end early.
 */
final class Console {
    private final Writer out;
    private final Writer err;
    private final boolean terminal;
    private final Keyboard keyboard;
    private boolean closed;
    private Optional<String> fault = Optional.empty();

    /** @param terminal whether a person watches standard error */
    Console(OutputStream out, OutputStream err, boolean terminal, Keyboard keyboard) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 15);
        this.err = new OutputStreamWriter(err, UTF_8);
        this.terminal = terminal;
        this.keyboard = keyboard;
    }

    void line(String text) {
        print(text + System.lineSeparator());
    }

    void print(String text) {
        if (!closed) {
            try {
                out.write(text);
            } catch (IOException e) {
                close(e);
            }
        }
    }

    void flush() {
        if (!closed) {
            try {
                out.flush();
            } catch (IOException e) {
                close(e);
            }
        }
    }

    /** What keeps the output from being written, other than a reader that has enough. */
    Optional<String> fault() {
        return fault;
    }

    boolean closed() {
        return closed;
    }

    boolean terminal() {
        return terminal;
    }

    /** To standard error, after what was printed so far. */
    synchronized void error(String text) {
        flush();
        raw(text + System.lineSeparator());
    }

    /** To standard error as it is; nobody can be told if that fails. */
    synchronized void raw(String text) {
        try {
            err.write(text);
            err.flush();
        } catch (IOException e) {
            closed = true;
        }
    }

    /** Whether there is somebody who can answer. */
    boolean interactive() {
        return keyboard.present();
    }

    /** Whether the person at the keyboard says yes; no answer is a no. */
    boolean agreed(String question) {
        flush();
        raw(question + " [y/N] ");
        return keyboard.line()
                .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
                .filter(answer -> answer.equals("y") || answer.equals("yes"))
                .isPresent();
    }

    /** What the person at the keyboard types without its being shown. */
    Optional<char[]> secret(String question) {
        flush();
        raw(question + ": ");
        return keyboard.secret();
    }

    /** Standard output as a writer. */
    Writer writer() {
        return new Writer() {
            @Override
            public void write(char[] text, int offset, int length) {
                print(new String(text, offset, length));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private void close(IOException e) {
        closed = true;
        if (!String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
            fault = Optional.of(FileFaults.reason(e));
        }
    }
}
