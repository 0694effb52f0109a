package org.opbrief.packs.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Houses;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.Seal;
import org.opbrief.packs.yaml.DefinitionException;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps the agency of a workspace in its folder {@code house}: {@code house.yaml}, and the seal, named by its content. Replacing
 * the one file at once makes a change; an image that it does not name is deleted by the next change.
 */
@Component
public final class WorkspaceHouses implements Houses {
    private static final String FOLDER = "house";
    private static final String FILE = "house.yaml";
    private static final String IMAGE = ".png";

    /** More than any image or file that is read here. */
    private static final int LIMIT = SealImage.MOST_BYTES + 1;

    @Override
    public synchronized House of(Path workspace) throws ReportException {
        Path file = workspace.resolve(FOLDER).resolve(FILE);
        if (!Files.exists(file)) {
            return House.NONE;
        }
        try {
            HouseDefinition definition = HouseDefinition.read(file.toString(), bytes(file));
            House house = definition.house();
            Optional<String> named = definition.seal();
            return named.isEmpty()
                    ? house
                    : new House(
                            house.name(),
                            Optional.of(kept(file.resolveSibling(named.get() + IMAGE), named.get())),
                            house.markings(),
                            house.font());
        } catch (DefinitionException e) {
            throw new ReportException(
                    "The agency of this workspace cannot be read: " + e.getMessage()
                            + "; mend the file, or set the agency anew after \"opbrief house clear\".",
                    e);
        } catch (IOException e) {
            throw new ReportException("The agency of this workspace cannot be read: " + FileFaults.reason(e) + ".", e);
        }
    }

    private static Seal kept(Path image, String sha256) throws ReportException, IOException {
        byte[] bytes;
        try {
            bytes = bytes(image);
        } catch (NoSuchFileException e) {
            throw new ReportException(
                    "The seal of this workspace is missing, " + image
                            + ": set the agency anew after \"opbrief house clear\".",
                    e);
        }
        Seal seal = new SealImage(image.toString()).kept(bytes);
        if (!seal.sha256().equals(sha256)) {
            throw new ReportException("The seal of this workspace was changed, " + image
                    + ": set the agency anew after \"opbrief house clear\".");
        }
        return seal;
    }

    @Override
    public synchronized void keep(Path workspace, House house) throws ReportException {
        Path folder = workspace.resolve(FOLDER);
        try {
            Files.createDirectories(folder);
            if (house.seal().isPresent()) {
                Seal seal = house.seal().get();
                replace(folder.resolve(seal.sha256() + IMAGE), seal.png());
            }
            if (house.equals(House.NONE)) {
                Files.deleteIfExists(folder.resolve(FILE));
            } else {
                replace(folder.resolve(FILE), HouseDefinition.write(house));
            }
            deleteOthers(folder, house.seal().map(seal -> seal.sha256() + IMAGE));
        } catch (IOException e) {
            throw new ReportException("The agency cannot be kept in " + folder + ": " + FileFaults.reason(e) + ".", e);
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void deleteOthers(Path folder, Optional<String> seal) throws IOException {
        try (DirectoryStream<Path> images = Files.newDirectoryStream(folder, "*" + IMAGE + "*")) {
            for (Path image : images) {
                if (!seal.equals(Optional.of(image.getFileName().toString()))) {
                    Files.deleteIfExists(image);
                }
            }
        }
    }

    @Override
    public Seal seal(Path image) throws ReportException {
        try {
            return new SealImage(image.toString()).read(bytes(image));
        } catch (IOException e) {
            throw new ReportException(
                    "The seal " + image + " cannot be read: "
                            + (Files.isDirectory(image) ? "it is a folder" : FileFaults.reason(e)) + ".",
                    e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LIMIT);
        }
    }
}
