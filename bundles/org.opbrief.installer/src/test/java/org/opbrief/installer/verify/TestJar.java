package org.opbrief.installer.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/** A jar in the making, whose entries can be whatever a test needs. */
public final class TestJar {

    public static final String EXTENDER =
            "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=1.0)(!(version>=2.0)))\"";
    static final String MANIFEST = "META-INF/MANIFEST.MF";
    static final String DEFINITION = "OPBRIEF-INF/datasets/visit.yaml";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** The pack {@code org.example.visits 1.0.0}, with a data set. */
    public static TestJar pack() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", "org.example.visits");
        headers.put("Bundle-Version", "1.0.0");
        headers.put("Require-Capability", EXTENDER);
        return new TestJar().manifest(headers).with(DEFINITION, "id: visit\n");
    }

    static TestJar empty() {
        return new TestJar();
    }

    /** The pack with more headers, or with others. */
    static TestJar pack(String header, String value) {
        TestJar pack = pack();
        String text = new String(pack.entries.get(MANIFEST), StandardCharsets.UTF_8);
        text = text.replaceAll("(?m)^" + header + ": .*\n", "");
        return pack.with(MANIFEST, value.isEmpty() ? text : text + header + ": " + value + "\n");
    }

    private TestJar manifest(Map<String, String> headers) {
        StringBuilder text = new StringBuilder("Manifest-Version: 1.0\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return with(MANIFEST, text.toString());
    }

    public TestJar with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestJar with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    TestJar without(String name) {
        entries.remove(name);
        return this;
    }

    byte[] get(String name) {
        return entries.get(name);
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    /** A signed jar, to be changed entry by entry. */
    public TestJar signed(String alias, Path scratch) throws IOException {
        return read(sign(alias, scratch));
    }

    static TestJar read(Path file) throws IOException {
        TestJar jar = new TestJar();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                jar.with(entry.getName(), zip.readAllBytes());
            }
        }
        return jar;
    }

    public Path sign(String alias, Path file) throws IOException {
        return sign(alias, file, "SHA-256");
    }

    Path sign(String alias, Path file, String digest) throws IOException {
        Path unsigned = write(file.resolveSibling(file.getFileName() + ".unsigned"));
        TestKeys keys = TestKeys.shared();
        try (ZipFile in = new ZipFile(unsigned.toFile());
                OutputStream out = Files.newOutputStream(file)) {
            new JarSigner.Builder(keys.key(alias), keys.chain(alias))
                    .digestAlgorithm(digest)
                    .signerName(alias)
                    .build()
                    .sign(in, out);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        Files.delete(unsigned);
        return file;
    }
}
