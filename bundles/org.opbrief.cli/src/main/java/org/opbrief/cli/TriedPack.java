package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;

/** A pack in the making that runs as it is in its folder, without being installed. */
final class TriedPack implements AutoCloseable {
    private final PackFolder pack;
    private final Scratch scratch;
    private int loads;

    private TriedPack(PackFolder pack, Scratch scratch) {
        this.pack = pack;
        this.scratch = scratch;
    }

    static TriedPack of(PackFolder pack) throws CommandException {
        try {
            return new TriedPack(pack, Scratch.temporary());
        } catch (IOException e) {
            throw new CommandException("A temporary folder cannot be made: " + FileFaults.reason(e) + ".", e);
        }
    }

    /**
     * Reads the folder again.
     *
     * @throws CommandException if it has problems, which are printed; what was loaded before stays
     */
    void load() throws CommandException, PackException {
        pack.check();
        Path before = jar(loads);
        loads++;
        Path jar = jar(loads);
        pack.call().services().authoring().write(pack.folder(), jar, Optional.empty());
        pack.call().packs().tryOut(jar);
        try {
            Files.deleteIfExists(before);
        } catch (IOException e) {
            // it goes with its folder
            before.toFile().deleteOnExit();
        }
    }

    /** Each state has a file of its own, since the one before is in use until it is replaced. */
    private Path jar(int load) {
        return scratch.folder().resolve("pack-" + load + ".jar");
    }

    @Override
    public void close() {
        scratch.close();
    }
}
