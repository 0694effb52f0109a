package org.opbrief.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;

/** The keyboard of the terminal that the command was called in. */
final class TerminalKeyboard implements Keyboard {

    @Override
    public boolean present() {
        return Terminals.typed();
    }

    @Override
    public Optional<String> line() {
        try {
            // each question has an answer of its own, so nothing that is read ahead is lost
            return Optional.ofNullable(
                    new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<char[]> secret() {
        return Optional.ofNullable(System.console()).map(java.io.Console::readPassword);
    }
}
