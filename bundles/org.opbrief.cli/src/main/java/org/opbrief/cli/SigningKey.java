package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackAuthoring.Signer;
import picocli.CommandLine.Model.CommandSpec;

/** The key to sign with, as the options of a call say. Its password is never an argument, which other users could see. */
final class SigningKey {
    static final String VARIABLE = "OPBRIEF_KEYSTORE_PASSWORD";
    private static final String SIGN = "--sign";
    private static final String ALIAS = "--alias";
    private static final String PASSWORD_FILE = "--store-password-file";

    private SigningKey() {}

    static void describe(CommandSpec spec) {
        spec.addOption(Specs.value(SIGN, "KEYSTORE", "Sign it with a key of this keystore (PKCS #12 or JKS)."));
        spec.addOption(Specs.value(ALIAS, "ALIAS", "Which key, if the keystore has several."));
        spec.addOption(Specs.value(
                PASSWORD_FILE,
                "FILE",
                "A file whose first line is the keystore's password; else " + VARIABLE + ", else you are asked."));
    }

    /** Says before any work is done that an option misses another. */
    static void refuseMisuse(Invocation call) {
        for (String option : new String[] {ALIAS, PASSWORD_FILE}) {
            if (call.has(option) && !call.has(SIGN)) {
                throw call.misused(option + " wants " + SIGN + " KEYSTORE.");
            }
        }
    }

    static Optional<Signer> of(Invocation call) throws CommandException {
        Optional<String> given = call.option(SIGN);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Path keystore = call.path(given.get());
        if (!Files.isRegularFile(keystore)) {
            throw new CommandException("There is no keystore " + keystore + ": check its name and folder.");
        }
        return Optional.of(new Signer(keystore, call.option(ALIAS), password(call, keystore)));
    }

    private static char[] password(Invocation call, Path keystore) throws CommandException {
        Optional<String> file = call.option(PASSWORD_FILE);
        if (file.isPresent()) {
            return firstLine(call.path(file.get()));
        }
        String variable = call.surroundings().environment().get(VARIABLE);
        if (variable != null) {
            return variable.toCharArray();
        }
        Optional<char[]> typed = call.console().interactive()
                ? call.console().secret("Password of " + call.surroundings().shown(keystore))
                : Optional.empty();
        return typed.orElseThrow(
                () -> new CommandException("The keystore " + keystore + " needs a password: name a file"
                        + " that has it with " + PASSWORD_FILE + ", set " + VARIABLE + ", or run this at a terminal."));
    }

    private static char[] firstLine(Path file) throws CommandException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .orElseThrow(() -> new CommandException(
                            "The file " + file + " is empty: its first line is the keystore's password."))
                    .toCharArray();
        } catch (IOException e) {
            throw new CommandException("The password cannot be read: " + FileFaults.reason(e) + ".", e);
        } catch (java.io.UncheckedIOException e) {
            throw new CommandException("The password in " + file + " cannot be read: it is not UTF-8.", e);
        }
    }
}
