package org.opbrief.workbench.briefing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The first pages of the reports' latest briefings, kept in the workspace, since they may show what only those may see who
 * see the workspace: one a report, its file named by the report and the content of the PDF. They are a convenience: one
 * that cannot be read or written is not there. May be used by several threads.
 */
final class Covers {
    private static final String FOLDER = ".pictures";
    private static final Pattern REPORT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern FILE = Pattern.compile("(" + REPORT + ")-([0-9a-f]{64})\\.png");
    private static final String FORMAT = "png";
    private static final long MOST_BYTES = 256 * 1024;

    private final Path folder;
    private final Map<String, Optional<Cover>> latest = new ConcurrentHashMap<>();

    Covers(Path workspace) {
        folder = workspace.resolve(FOLDER);
    }

    Optional<Cover> of(String report) {
        return latest.getOrDefault(report, Optional.empty());
    }

    /** Takes the first page of a briefing of that report instead of the one that it had; none if it cannot be drawn. */
    void take(String report, Optional<Cover> cover) {
        latest.put(report, cover);
    }

    /** Reads those that were kept. */
    void read() {
        Map<String, Path> found = new HashMap<>();
        for (Path file : files()) {
            found.merge(report(file), file, (one, other) -> time(one).compareTo(time(other)) < 0 ? other : one);
        }
        found.forEach((report, file) -> latest.putIfAbsent(report, read(file)));
    }

    /** Keeps what that report has now. */
    synchronized void keep(String report) {
        if (!REPORT.matcher(report).matches()) {
            return;
        }
        Optional<Cover> cover = of(report);
        Optional<Path> kept = cover.map(taken -> folder.resolve(report + "-" + taken.content() + ".png"));
        try {
            if (kept.isPresent()) {
                write(cover.get().picture(), kept.get());
            }
            for (Path file : files()) {
                if (report(file).equals(report) && !kept.equals(Optional.of(file))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            // the next run keeps its own
        }
    }

    private void write(BufferedImage picture, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // else the picture is cached in a file that others may read
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, FORMAT, stream);
        }
        if (!Files.isDirectory(folder)) {
            // not with its parents: a workspace that was taken away is not begun anew
            Files.createDirectory(folder);
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(beside, bytes.toByteArray());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private List<Path> files() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> FILE.matcher(name(file)).matches()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The picture, if it is one of ours. */
    private static Optional<Cover> read(Path file) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(FORMAT).next();
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            try (ImageInputStream stream =
                    new MemoryCacheImageInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                reader.setInput(stream);
                // before its pixels take memory
                boolean small = reader.getWidth(0) <= Cover.WIDTH && reader.getHeight(0) <= Cover.HEIGHT;
                return small ? Optional.of(new Cover(matcher(file).group(2), reader.read(0))) : Optional.empty();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static String report(Path file) {
        return matcher(file).group(1);
    }

    private static Matcher matcher(Path file) {
        Matcher matcher = FILE.matcher(name(file));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file.toString());
        }
        return matcher;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
