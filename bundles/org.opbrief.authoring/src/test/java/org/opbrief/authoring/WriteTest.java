package org.opbrief.authoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.PackAuthoring.Signer;
import org.opbrief.api.pack.PackException;

class WriteTest {

    private static final String EXTENDER =
            "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=1.0)(!(version>=2.0)))\"";
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    Path temp;

    private final Authoring authoring = Fixture.authoring();
    private Path folder;
    private Path jar;

    @BeforeEach
    void make() throws Exception {
        folder = temp.resolve("mine");
        jar = temp.resolve("mine.jar");
        authoring.createReport(folder, Optional.of("seizure"));
    }

    private static List<String> entries(Path jar) throws Exception {
        List<String> names = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream().map(JarEntry::getName).forEach(names::add);
        }
        return names;
    }

    @Test
    void aPackHasItsManifestFirstAndWhatBelongsToItAlone() throws Exception {
        Path report = folder.resolve("OPBRIEF-INF/reports/mine");
        for (String rubbish : List.of(
                ".DS_Store", "text.md~", "#text.md#", ".text.md.swp", "old.bak", "~$layout.xlsx", "Thumbs.db")) {
            Files.writeString(report.resolve(rubbish), "rubbish");
        }
        Files.createDirectories(folder.resolve("OPBRIEF-INF/target"));
        Files.writeString(folder.resolve("OPBRIEF-INF/target/x.yaml"), "rubbish");
        Files.writeString(folder.resolve("notes.txt"), "not part of it");
        Files.writeString(folder.resolve("LICENSE"), "CC0");
        authoring.write(folder, jar, Optional.empty());
        assertEquals(
                List.of(
                        "META-INF/MANIFEST.MF",
                        "LICENSE",
                        "OPBRIEF-INF/reports/mine/report.yaml",
                        "OPBRIEF-INF/reports/mine/text.md",
                        "README.md"),
                entries(jar));
        try (JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
            assertTrue(in.getManifest() != null, "the manifest is not first");
        }
    }

    @Test
    void theManifestSaysWhatItBringsAndNeeds() throws Exception {
        Files.createDirectories(folder.resolve("OPBRIEF-INF/datasets"));
        Files.writeString(
                folder.resolve("OPBRIEF-INF/datasets/visit.yaml"),
                "id: visit\ntitle: Visits\ncolumns: {place: {title: Place}}\n");
        Path second = Files.createDirectories(folder.resolve("OPBRIEF-INF/reports/second"));
        Files.writeString(second.resolve("report.yaml"), """
                id: second
                title: Second
                needs: [arrest]
                parameters: {drug: {label: Drug, choices: border-seizure.drug}, kind: {label: Kind, choices: [a.b, c]}}
                queries:
                  places: {from: visit, by: place, measures: {visits: count()}}
                sections: [{table: places}]
                """);
        Files.writeString(
                folder.resolve("pack.yaml"),
                "name: org.example.mine\nversion: 1.2\ntitle: Größe\ndescription: Two\n  lines\nlicense: CC0-1.0\n");
        authoring.write(folder, jar, Optional.empty());
        assertEquals("org.example.mine-1.2.0.jar", authoring.jarName(folder));
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes headers = file.getManifest().getMainAttributes();
            assertEquals("2", headers.getValue("Bundle-ManifestVersion"));
            assertEquals("org.example.mine", headers.getValue("Bundle-SymbolicName"));
            assertEquals("1.2.0", headers.getValue("Bundle-Version"));
            assertEquals("Größe", headers.getValue("Bundle-Name"));
            assertEquals("Two lines", headers.getValue("Bundle-Description"));
            assertEquals("CC0-1.0", headers.getValue("Bundle-License"));
            assertEquals("opbrief.dataset;opbrief.dataset=visit", headers.getValue("Provide-Capability"));
            assertEquals(
                    EXTENDER + ",opbrief.dataset;filter:=\"(opbrief.dataset=arrest)\""
                            + ",opbrief.dataset;filter:=\"(opbrief.dataset=border-seizure)\""
                            + ",opbrief.dataset;filter:=\"(opbrief.dataset=seizure)\"",
                    headers.getValue("Require-Capability"));
        }
    }

    @Test
    void aReportWithAFaultIsNotWrittenSinceItsNeedsAreNotKnown() throws Exception {
        Path report = folder.resolve("OPBRIEF-INF/reports/mine/report.yaml");
        Files.writeString(report, Files.readString(report).replace("from: seizure", "from: siezure"));
        assertEquals(
                "OPBRIEF-INF/reports/mine/report.yaml has a fault, so that nobody knows which data sets it needs: check the"
                        + " pack, and mend it.",
                assertThrows(PackException.class, () -> authoring.write(folder, jar, Optional.empty()))
                        .getMessage());
        assertFalse(Files.exists(jar));
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws Exception {
        authoring.write(folder, jar, Optional.empty());
        Path copy = Files.createDirectories(temp.resolve("elsewhere/copy"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                if (Files.isRegularFile(file)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                    Files.setLastModifiedTime(target, FileTime.fromMillis(0));
                }
            }
        }
        Path other = temp.resolve("other.jar");
        Files.writeString(other, "replaced");
        authoring.write(copy, other, Optional.empty());
        assertArrayEquals(Files.readAllBytes(jar), Files.readAllBytes(other));
    }

    @Test
    void aPackThatCannotBeWrittenLeavesNothing() throws Exception {
        String message = assertThrows(
                        PackException.class,
                        () -> authoring.write(folder, temp.resolve("absent/mine.jar"), Optional.empty()))
                .getMessage();
        assertTrue(message.startsWith("The pack " + temp.resolve("absent/mine.jar") + " cannot be written: "), message);
        Files.writeString(folder.resolve("pack.yaml"), "version: 1.0.0\n");
        assertEquals(
                folder + ": pack.yaml: 'name' is missing; write name: org.example.my-pack.",
                assertThrows(PackException.class, () -> authoring.write(folder, jar, Optional.empty()))
                        .getMessage());
        assertFalse(Files.exists(jar));
    }

    @Test
    void aSignatureCoversEveryEntryWithItsChain() throws Exception {
        Path keys = keystore("keys.p12", "me", "RSA");
        authoring.write(folder, jar, Optional.of(new Signer(keys, Optional.empty(), PASSWORD)));
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            int signed = 0;
            for (JarEntry entry : Collections.list(file.entries())) {
                try (InputStream in = file.getInputStream(entry)) {
                    in.readAllBytes();
                }
                if (!entry.getName().startsWith("META-INF/")) {
                    X509Certificate signer = (X509Certificate) entry.getCodeSigners()[0]
                            .getSignerCertPath()
                            .getCertificates()
                            .get(0);
                    assertEquals(
                            "CN=Report desk", signer.getSubjectX500Principal().getName());
                    signed++;
                }
            }
            assertEquals(3, signed);
        }
        assertEquals(
                List.of("META-INF/MANIFEST.MF", "META-INF/SIGNER.RSA", "META-INF/SIGNER.SF"),
                entries(jar).subList(0, 3));
        byte[] first = Files.readAllBytes(jar);
        authoring.write(folder, jar, Optional.of(new Signer(keys, Optional.of("ME"), PASSWORD)));
        assertArrayEquals(first, Files.readAllBytes(jar));
    }

    @Test
    void aKeyThatCannotSignIsToldInWords() throws Exception {
        Path keys = keystore("keys.p12", "me", "EC");
        assertRefused(keys, "mee", "password", "The keystore " + keys + " has no key 'mee'. Did you mean \"me\"?");
        assertRefused(keys, "", "wrong password", "The password does not open the keystore " + keys + ".");
        keystore("keys.p12", "you", "EC");
        assertRefused(keys, "", "password", "The keystore " + keys + " has several keys (me and you); say which one.");
        Path text = Files.writeString(temp.resolve("text.p12"), "this is text");
        assertRefused(text, "", "password", "The file " + text + " is no keystore; PKCS #12 (.p12) and JKS are read.");
        Path absent = temp.resolve("absent.p12");
        assertRefused(
                absent,
                "",
                "password",
                "There is no keystore " + absent
                        + "; make one with 'keytool -genkeypair -keyalg EC -alias me -keystore " + absent + "'.");
        Path old = keystore("old.p12", "me", "EC", "-startdate", "2020/01/01 00:00:00", "-validity", "30");
        assertRefused(
                old,
                "",
                "password",
                "The certificate of the key 'me' in " + old
                        + " expired on 2020-01-31, so that no workspace would trust the" + " pack: renew it.");
        assertFalse(Files.exists(jar));
    }

    private void assertRefused(Path keys, String alias, String password, String message) {
        Signer signer = new Signer(keys, Optional.of(alias).filter(name -> !name.isEmpty()), password.toCharArray());
        assertEquals(
                message,
                assertThrows(PackException.class, () -> authoring.write(folder, jar, Optional.of(signer)))
                        .getMessage());
    }

    private Path keystore(String file, String alias, String algorithm, String... more) throws Exception {
        Path keys = temp.resolve(file);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-Duser.timezone=UTC",
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=Report desk",
                "-keystore",
                keys.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        return keys;
    }
}
