package org.opbrief.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * New files beside their targets, in a hidden folder of their own, so that taking their places is a rename. Unless they
 * are published, closing leaves everything as it was found.
 */
final class Staging implements AutoCloseable {
    private final Path folder;
    private final HiddenFolder staged;
    private final List<Path> madeFolders;
    private final List<Path> targets = new ArrayList<>();
    private boolean published;

    private Staging(Path folder, HiddenFolder staged, List<Path> madeFolders) {
        this.folder = folder;
        this.staged = staged;
        this.madeFolders = madeFolders;
    }

    /** Makes the folder and its parents if they are absent. */
    static Staging in(Path folder) throws IOException {
        List<Path> missing = new ArrayList<>();
        Path at = folder.toAbsolutePath();
        while (!Files.exists(at) && at.getParent() != null) {
            missing.add(at);
            at = at.getParent();
        }
        if (!Files.isDirectory(at)) {
            throw new NotDirectoryException(at.toString());
        }
        List<Path> made = new ArrayList<>();
        try {
            for (int i = missing.size() - 1; i >= 0; i--) {
                Files.createDirectory(missing.get(i));
                made.add(0, missing.get(i));
            }
            return new Staging(folder, HiddenFolder.in(folder), made);
        } catch (IOException | RuntimeException e) {
            removeEmpty(made);
            throw e;
        }
    }

    /** Where the file of that name is written until it is published. */
    Path file(String name) throws IOException {
        Path target = folder.resolve(name);
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(target.toString(), null, "a folder has that name");
        }
        targets.add(target);
        return staged.path().resolve(name);
    }

    /** Lets all files take their places, in the order in which they were asked for. */
    List<Path> publish() throws IOException {
        Path earlier = Files.createDirectory(staged.path().resolve("earlier"));
        for (Path target : targets) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                keep(target, earlier.resolve(target.getFileName()));
            }
        }
        List<Path> placed = new ArrayList<>();
        try {
            for (Path target : targets) {
                move(staged.path().resolve(target.getFileName()), target);
                placed.add(target);
            }
        } catch (IOException | RuntimeException e) {
            restore(placed, earlier, e);
            throw e;
        }
        published = true;
        return List.copyOf(targets);
    }

    private static void keep(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // a file system without hard links
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static void restore(List<Path> placed, Path earlier, Exception reason) {
        for (Path target : placed) {
            Path before = earlier.resolve(target.getFileName());
            try {
                if (Files.exists(before, LinkOption.NOFOLLOW_LINKS)) {
                    move(before, target);
                } else {
                    Files.delete(target);
                }
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        staged.close();
        if (!published) {
            removeEmpty(madeFolders);
        }
    }

    private static void removeEmpty(List<Path> folders) throws IOException {
        for (Path made : folders) {
            Files.deleteIfExists(made);
        }
    }
}
