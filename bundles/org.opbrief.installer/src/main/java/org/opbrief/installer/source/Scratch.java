package org.opbrief.installer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;

/** A folder that only this user can read and write: what is verified in it is what is installed. It is deleted when this is closed. */
public final class Scratch implements AutoCloseable {

    /** Of a pack's jar. */
    public static final long LARGEST = 64L << 20;

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private int files;

    public Scratch() throws PackException {
        try {
            folder = Files.createTempDirectory("opbrief-packs-");
        } catch (IOException e) {
            throw new PackException("No temporary folder can be made: " + FileFaults.reason(e) + ".", e);
        }
    }

    /** A name for a file that is not there yet. */
    public Path file(String name) throws PackException {
        try {
            Path place = Files.createDirectory(folder.resolve(Integer.toString(files++)));
            return place.resolve(name);
        } catch (IOException e) {
            throw new PackException("The temporary folder cannot be written: " + FileFaults.reason(e) + ".", e);
        }
    }

    /** A copy that nobody else changes. */
    public Path copy(Path file) throws PackException {
        Path copy = file(file.getFileName().toString());
        try (InputStream in = Files.newInputStream(file)) {
            copy(in, copy, file.toString(), LARGEST);
        } catch (IOException e) {
            throw new PackException(file + " cannot be read: " + FileFaults.reason(e) + ".", e);
        }
        return copy;
    }

    /** @param source for the sentence when it is larger than that */
    static void copy(InputStream in, Path file, String source, long largest) throws IOException, PackException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long total = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                if (total > largest) {
                    throw new PackException(tooLarge(source, largest));
                }
                out.write(buffer, 0, n);
            }
        }
    }

    static String tooLarge(String source, long largest) {
        return source + " is larger than " + (largest >> 20) + " MiB, which no pack is.";
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // the system empties its temporary folder
        }
    }
}
