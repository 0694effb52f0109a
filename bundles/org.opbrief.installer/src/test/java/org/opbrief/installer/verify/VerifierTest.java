package org.opbrief.installer.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.Signature;
import org.opbrief.installer.trust.TrustFolder;

class VerifierTest {

    @TempDir
    private Path folder;

    private VerifiedPack verify(TestJar jar) throws IOException, PackException {
        return verify(jar.write(folder.resolve("visits.jar")));
    }

    private VerifiedPack verify(Path jar) throws PackException {
        return new Verifier(new TrustFolder(folder.resolve("trust")), TestKeys.CLOCK).verify(jar);
    }

    private String refusal(TestJar jar) {
        return assertThrows(PackException.class, () -> verify(jar)).getMessage();
    }

    @Test
    void a_pack_is_told_with_all_that_it_says_of_itself() throws Exception {
        VerifiedPack pack = verify(TestJar.pack("Bundle-Name", "Visits"));
        assertEquals("org.example.visits", pack.name());
        assertEquals("1.0.0", pack.version().toString());
        assertEquals("org.example.visits 1.0.0", pack.title());
        assertEquals(
                HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(Files.readAllBytes(folder.resolve("visits.jar")))),
                pack.sha256());
        assertEquals("Visits", pack.headers().get("bundle-name"));
        assertEquals(Signature.NONE, pack.signature());
        assertEquals(Code.NONE, pack.code());
        assertEquals(List.of(), pack.imports());
        assertEquals(List.of("datasets/visit.yaml"), pack.files());
    }

    @Test
    void a_jar_made_with_zip_and_four_headers_is_a_pack() throws Exception {
        Path made = Files.createDirectories(folder.resolve("made"));
        Files.createDirectories(made.resolve("META-INF"));
        Files.createDirectories(made.resolve("OPBRIEF-INF/reports/two words"));
        Files.writeString(
                made.resolve("META-INF/MANIFEST.MF"),
                "Bundle-ManifestVersion: 2\nBundle-SymbolicName: org.example.zipped\nBundle-Version: 2.1\nRequire-Capability: "
                        + TestJar.EXTENDER);
        Files.writeString(made.resolve("OPBRIEF-INF/reports/two words/report.yaml"), "id: words\n");
        int exit;
        try {
            exit = new ProcessBuilder("zip", "-q", "-r", "../made.jar", "META-INF", "OPBRIEF-INF")
                    .directory(made.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            exit = -1;
        }
        assumeTrue(exit == 0, "zip is not there");
        VerifiedPack pack = verify(folder.resolve("made.jar"));
        assertEquals("org.example.zipped 2.1.0", pack.title());
        assertEquals(List.of("reports/two words/report.yaml"), pack.files());
        assertEquals(
                "id: words\n",
                new String(pack.content().read("reports/two words/report.yaml"), StandardCharsets.UTF_8));
    }

    @Test
    void the_content_is_read_from_the_jar() throws Exception {
        PackFiles content = verify(TestJar.pack().with("OPBRIEF-INF/reports/a b/ü.md", "text"))
                .content();
        assertEquals("org.example.visits", content.name());
        assertEquals("1.0.0", content.version());
        assertEquals(
                List.of("datasets/visit.yaml", "reports/a b/ü.md"),
                content.files().stream().toList());
        byte[] expected = "text".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(expected, content.read("reports/a b/ü.md"));
        try (InputStream in = content.locate("reports/a b/ü.md").orElseThrow().openStream()) {
            assertArrayEquals(expected, in.readAllBytes());
        }
        assertEquals(Optional.empty(), content.locate("../META-INF/MANIFEST.MF"));
        assertEquals(
                "there is no ../META-INF/MANIFEST.MF",
                assertThrows(IOException.class, () -> content.read("../META-INF/MANIFEST.MF"))
                        .getMessage());
    }

    @Test
    void a_file_that_is_larger_than_any_definition_is_not_read() throws Exception {
        byte[] large = new byte[(16 << 20) + 1];
        new Random(1).nextBytes(large);
        PackFiles content =
                verify(TestJar.pack().with("OPBRIEF-INF/large.txt", large)).content();
        assertEquals(
                "large.txt is larger than 16 MiB",
                assertThrows(IOException.class, () -> content.read("large.txt")).getMessage());
    }

    @Test
    void the_address_of_a_file_shows_the_jar_as_it_is_now() throws Exception {
        PackFiles content = verify(TestJar.pack()).content();
        try (InputStream in =
                content.locate("datasets/visit.yaml").orElseThrow().openStream()) {
            assertEquals("id: visit\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        content = verify(TestJar.pack().with(TestJar.DEFINITION, "id: other-visit\n"))
                .content();
        try (InputStream in =
                content.locate("datasets/visit.yaml").orElseThrow().openStream()) {
            assertEquals("id: other-visit\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void layouts_with_expressions_are_told() throws Exception {
        assertEquals(
                Code.EXPRESSIONS,
                verify(TestJar.pack().with("OPBRIEF-INF/reports/a/layout.jrxml", "<jasperReport/>"))
                        .code());
    }

    @Test
    void whatever_can_run_is_java() throws Exception {
        byte[] classFile = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0};
        byte[] serialised = {(byte) 0xac, (byte) 0xed, 0, 5};
        TestJar inner = TestJar.empty().with("a.txt", "a");
        assertEquals(
                Code.JAVA,
                verify(TestJar.pack().with("org/example/A.class", classFile)).code());
        assertEquals(
                Code.JAVA,
                verify(TestJar.pack().with("META-INF/versions/21/org/example/A.class", classFile))
                        .code());
        assertEquals(
                Code.JAVA,
                verify(TestJar.pack().with("OPBRIEF-INF/a.CLASS", "")).code());
        assertEquals(
                Code.JAVA,
                verify(TestJar.pack().with("OPBRIEF-INF/a.bin", classFile)).code());
        assertEquals(
                Code.JAVA,
                verify(TestJar.pack().with("OPBRIEF-INF/layout.jasper", "x")).code());
        assertEquals(
                Code.JAVA,
                verify(TestJar.pack().with("OPBRIEF-INF/layout.bin", serialised))
                        .code());
        assertEquals(
                Code.JAVA,
                verify(TestJar.pack().with("lib/a.jar", inner.bytes())).code());
        assertEquals(
                Code.JAVA,
                verify(TestJar.pack()
                                .with(
                                        "lib/a.zip",
                                        TestJar.empty().with("A.class", "").bytes()))
                        .code());
        assertEquals(
                Code.JAVA, verify(TestJar.pack("Bundle-ClassPath", "lib/a.bin")).code());
        assertEquals(
                Code.JAVA,
                verify(TestJar.pack("Bundle-Activator", "org.example.A")).code());
        assertEquals(
                Code.JAVA,
                verify(TestJar.pack("Service-Component", "OSGI-INF/a.xml")).code());
        assertEquals(
                Code.NONE,
                verify(TestJar.pack().with("OPBRIEF-INF/layout.xlsx", inner.bytes()))
                        .code());
    }

    @Test
    void imports_of_the_api_of_osgi_and_of_java_are_open() throws Exception {
        assertEquals(
                List.of("com.example.shared", "javax.inject", "org.apache.poi.ss"),
                verify(
                                TestJar.pack(
                                        "Import-Package",
                                        "org.opbrief.api.report;version=\"[1,2)\",org.osgi.framework,java.util,javax.sql,org.w3c.dom,org.xml.sax,org.apache.poi.ss,javax.inject,com.example.shared;resolution:=optional"))
                        .imports());
    }

    @Test
    void an_import_of_what_is_not_open_is_refused() {
        assertEquals(
                "visits.jar: it imports org.opbrief.store; only org.opbrief.api.* is open to packs.",
                refusal(TestJar.pack("Import-Package", "org.opbrief.api.data,org.opbrief.store;resolution:=optional")));
        assertEquals(
                "visits.jar: it imports org.opbrief.apis; only org.opbrief.api.* is open to packs.",
                refusal(TestJar.pack("Import-Package", "org.opbrief.apis")));
        assertEquals(
                "visits.jar: it imports org.opbrief.pdf; only org.opbrief.api.* is open to packs.",
                refusal(TestJar.pack("Import-Package", "java.util;org.opbrief.pdf;version=1")));
    }

    @Test
    void what_no_pack_may_want_is_refused_with_the_reason() {
        assertEquals(
                "visits.jar: it has the header Fragment-Host and would become a part of another bundle; a pack stands alone.",
                refusal(TestJar.pack("Fragment-Host", "org.opbrief.store")));
        assertEquals(
                "visits.jar: it has the header Require-Bundle and would see all of another bundle; name the packages it needs with Import-Package.",
                refusal(TestJar.pack("require-bundle", "org.opbrief.store")));
        assertEquals(
                "visits.jar: it has the header DynamicImport-Package and would take packages as it likes while it runs; name the packages it needs with Import-Package.",
                refusal(TestJar.pack("DynamicImport-Package", "*")));
        assertEquals(
                "visits.jar: it has the header Bundle-NativeCode and would run native code, which nothing can confine.",
                refusal(TestJar.pack("Bundle-NativeCode", "a.so;osname=linux")));
        assertEquals(
                "visits.jar: it exports org.opbrief.api.report, which would take the place of what Opbrief, OSGi or Java has; rename the package.",
                refusal(TestJar.pack("Export-Package", "org.example,org.opbrief.api.report;version=9")));
        assertEquals(
                "visits.jar: it exports javax.sql, which would take the place of what Opbrief, OSGi or Java has; rename the package.",
                refusal(TestJar.pack("Export-Package", "javax.sql")));
        assertEquals(
                "visits.jar: it provides the extender opbrief.pack, which is Opbrief itself; a pack requires it.",
                refusal(TestJar.pack(
                        "Provide-Capability", "osgi.extender;osgi.extender=opbrief.pack;version:Version=2.0")));
        assertEquals(
                "visits.jar: META-INF/versions/17/OSGI-INF/MANIFEST.MF would change what the pack needs; put all into META-INF/MANIFEST.MF.",
                refusal(TestJar.pack().with("META-INF/versions/17/OSGI-INF/MANIFEST.MF", "Import-Package: a\n")));
    }

    @Test
    void what_is_no_pack_is_told_so() {
        assertEquals(
                "visits.jar: it has no META-INF/MANIFEST.MF, so it is no pack; make one with \"opbrief pack FOLDER\".",
                refusal(TestJar.pack().without(TestJar.MANIFEST)));
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF has no Bundle-ManifestVersion, so the jar is no pack; add \"Bundle-ManifestVersion: 2\".",
                refusal(TestJar.pack("Bundle-ManifestVersion", "")));
        assertEquals(
                "visits.jar: Bundle-ManifestVersion is \"1\"; a pack has 2.",
                refusal(TestJar.pack("Bundle-ManifestVersion", "1")));
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF has no Bundle-SymbolicName, so the jar is no pack; add \"Bundle-SymbolicName: org.example.visits\".",
                refusal(TestJar.pack("Bundle-SymbolicName", "")));
        assertEquals(
                "visits.jar: Bundle-SymbolicName \"../visits\" is no name; it has letters, digits, dots, hyphens and underscores, 100 at most.",
                refusal(TestJar.pack("Bundle-SymbolicName", "../visits")));
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF has no Bundle-Version, so the jar is no pack; add \"Bundle-Version: 1.0.0\".",
                refusal(TestJar.pack("Bundle-Version", "")));
        assertEquals(
                "visits.jar: Bundle-Version \"1.0-beta\" is no version; write one such as 1.0.0.",
                refusal(TestJar.pack("Bundle-Version", "1.0-beta")));
        assertEquals(
                "visits.jar: it is a bundle, but no pack: META-INF/MANIFEST.MF has no \"Require-Capability: osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=1.0)(!(version>=2.0)))\"\".",
                refusal(TestJar.pack("Require-Capability", "osgi.ee;filter:=\"(osgi.ee=JavaSE)\"")));
    }

    @Test
    void a_manifest_that_programs_read_differently_is_refused() throws Exception {
        String text = new String(TestJar.pack().get(TestJar.MANIFEST), StandardCharsets.UTF_8);
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF, line 6: bundle-version is there twice; one program reads the first and another the second.",
                refusal(TestJar.pack().with(TestJar.MANIFEST, text + "bundle-version: 2.0.0\n")));
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF, line 6: \"Bundle-Name: a?Import-Package: org.example\" is no header; write \"Name: value\", and begin a line that goes on with a space.",
                refusal(TestJar.pack().with(TestJar.MANIFEST, text + "Bundle-Name: a\rImport-Package: org.example\n")));
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF, line 6: \"Bundle-Name:a\" is no header; write \"Name: value\", and begin a line that goes on with a space.",
                refusal(TestJar.pack().with(TestJar.MANIFEST, text + "Bundle-Name:a\n")));
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF, line 6 has more than 500 bytes; break it, and begin the next line with a space.",
                refusal(TestJar.pack().with(TestJar.MANIFEST, text + "Bundle-Name: " + "a".repeat(600))));
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF is no text.",
                refusal(TestJar.pack().with(TestJar.MANIFEST, text + "Bundle-Name: \0\n")));
    }

    @Test
    void a_header_may_have_any_letters() throws Exception {
        String name = "Überblick … х";
        assertEquals(name, verify(TestJar.pack("Bundle-Name", name)).headers().get("Bundle-Name"));
    }

    @Test
    void headers_that_osgi_does_not_understand_are_told() {
        assertEquals(
                "visits.jar: META-INF/MANIFEST.MF is not as OSGi wants it (Duplicate import: a).",
                refusal(TestJar.pack("Import-Package", "a,a")));
    }

    @Test
    void the_sentence_names_the_source_as_the_user_does() throws Exception {
        Path jar = TestJar.pack("Fragment-Host", "a").write(folder.resolve("copy-17.tmp"));
        Verifier verifier = new Verifier(new TrustFolder(folder.resolve("trust")), TestKeys.CLOCK);
        String message = assertThrows(
                        PackException.class, () -> verifier.verify(jar, "https://packs.example.org/visits.jar"))
                .getMessage();
        assertEquals("https://packs.example.org/visits.jar: it has the header Fragment-Host", message.substring(0, 69));
    }
}
