package org.opbrief.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A bundle of a benchmark, made of classes and resources that lie together, in a copy of a distribution. */
final class BenchBundle {
    private static final String VERSION = "0.1.0";

    private BenchBundle() {}

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /**
     * Puts the bundle into a distribution.
     *
     * @param folder of the classes and resources, e.g. {@code bare}; {@code MANIFEST.MF} is one of them
     * @param classes their names, without the package
     * @param resources names of files for the root of the bundle
     * @return what a feature lists it as
     */
    static String add(Path distribution, String folder, List<String> classes, List<String> resources)
            throws IOException, NoSuchAlgorithmException {
        String name = name(folder);
        Path jar = distribution.resolve("bundles/org/opbrief/%1$s/%2$s/%1$s-%2$s.jar".formatted(name, VERSION));
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        try (InputStream in = resource(folder + "/MANIFEST.MF")) {
            manifest.read(in);
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String resource : resources) {
                write(out, resource, folder + "/" + resource);
            }
            for (String type : classes) {
                write(out, name.replace('.', '/') + "/" + type + ".class", folder + "/" + type + ".class");
            }
        }
        return "{ \"id\": \"org.opbrief:%s:%s\", \"sha256\": \"%s\" }".formatted(name, VERSION, sha256(jar));
    }

    static String name(String folder) {
        return BenchBundle.class.getPackageName() + "." + folder;
    }

    private static void write(JarOutputStream out, String name, String resource) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        try (InputStream in = resource(resource)) {
            in.transferTo(out);
        }
    }

    private static InputStream resource(String name) {
        return BenchBundle.class.getResourceAsStream(name);
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
