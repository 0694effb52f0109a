package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackAuthoring;
import org.opbrief.api.pack.PackAuthoring.Signer;
import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code pack DIR}. */
final class PackCommand implements Command {

    @Override
    public String name() {
        return "pack";
    }

    @Override
    public String summary() {
        return "Checks a pack in the making, and writes it as one file, the same bytes each time.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, true, "DIR", "The folder, which has a pack.yaml."));
        SigningKey.describe(spec);
        spec.addOption(Specs.value("--out", "FILE", "The file to write (default: NAME-VERSION.jar)."));
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        SigningKey.refuseMisuse(call);
        PackFolder pack = PackFolder.named(call, call.argument(0).orElseThrow());
        Optional<Path> out = target(call);
        pack.check();
        Optional<Signer> signer = SigningKey.of(call);
        try {
            Path jar = write(call, pack, signer, out);
            call.console().line(call.surroundings().pasted(jar));
            call.console().line("SHA-256: " + Digests.sha256(jar));
        } catch (IOException e) {
            throw new CommandException("The pack cannot be written: " + FileFaults.reason(e) + ".", e);
        } finally {
            signer.ifPresent(key -> Arrays.fill(key.password(), '\0'));
        }
        return Opbrief.DONE;
    }

    private static Path write(Invocation call, PackFolder pack, Optional<Signer> signer, Optional<Path> out)
            throws CommandException, PackException, IOException {
        Path folder = out.map(Path::getParent).orElse(call.surroundings().folder());
        PackAuthoring authoring = call.services().authoring();
        try (Scratch scratch = PackFolder.scratchIn(folder)) {
            Path jar = scratch.folder().resolve("pack.jar");
            authoring.write(pack.folder(), jar, signer);
            Path target = out.isPresent() ? out.get() : folder.resolve(authoring.jarName(pack.folder()));
            Files.move(jar, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return target;
        }
    }

    private static Optional<Path> target(Invocation call) throws CommandException {
        Optional<String> given = call.option("--out");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Path file = call.path(given.get());
        if (Files.isDirectory(file)) {
            throw new CommandException(file + " is a folder: name a file with --out, e.g. "
                    + call.surroundings().pasted(file.resolve("pack.jar")));
        }
        return Optional.of(file);
    }
}
