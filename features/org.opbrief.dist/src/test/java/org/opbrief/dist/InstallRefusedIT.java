package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not come in is refused with its reason, and the workspace stays as it was, byte for byte. */
class InstallRefusedIT {

    private static final String SOME_REPORT = "reports/some/report.yaml";

    @TempDir
    private static Path folder;

    private static Workspace workspace;
    private static Workspace strict;
    private static Key desk;

    @BeforeAll
    static void prepareWorkspaces() throws Exception {
        workspace = Workspace.in(folder.resolve("W"));
        workspace.does("install", PackJar.visits("1.0.0").write(folder.resolve("visits.jar")));
        desk = Key.selfSigned(folder, "desk", "-1d", 3650);
        workspace.does("trust", "add", desk.certificate(), "--yes");
        strict = Workspace.in(folder.resolve("strict"));
        strict.does("trust", "policy", "signed-only");
    }

    private static void refused(String words, Path... jars) throws Exception {
        Object[] arguments = new Object[jars.length + 2];
        arguments[0] = "install";
        arguments[1] = "--yes";
        System.arraycopy(jars, 0, arguments, 2, jars.length);
        workspace.refuses(words, arguments);
    }

    private static PackJar harmless(String name) {
        return PackJar.report("org.example." + name, name, "seizure");
    }

    private static Path jar(String name) {
        return folder.resolve(name + ".jar");
    }

    @Test
    void aPackThatIsNotSignedWhereAllMustBe() throws Exception {
        strict.refuses("not signed", "install", "--yes", harmless("unsigned").write(jar("unsigned")));
    }

    @Test
    void oneByteChangedAfterSigning() throws Exception {
        Path signed = desk.sign(harmless("changed").write(jar("changed")));
        Map<String, byte[]> entries = PackJar.read(signed);
        byte[] report = entries.get("OPBRIEF-INF/reports/changed/report.yaml");
        report[report.length - 2] ^= 1;
        refused("changed", PackJar.zip(signed, entries));
    }

    @Test
    void anEntryAddedAfterSigning() throws Exception {
        Path signed = desk.sign(harmless("added").write(jar("added")));
        Map<String, byte[]> entries = PackJar.read(signed);
        entries.put("OPBRIEF-INF/reports/added/more.md", "more".getBytes());
        refused("more.md", PackJar.zip(signed, entries));
    }

    @Test
    void aSignerWhomNobodyVouchesFor() throws Exception {
        Key other = Key.selfSigned(folder, "other", "-1d", 3650).issue(folder, "leaf");
        refused("CN=leaf", other.sign(harmless("unknown").write(jar("unknown"))));
    }

    @Test
    void aSignerWhoVouchesForHimself() throws Exception {
        Key stranger = Key.selfSigned(folder, "stranger", "-1d", 3650);
        refused("itself|self", stranger.sign(harmless("stranger").write(jar("stranger"))));
    }

    @Test
    void aCertificateThatExpired() throws Exception {
        Key worn = Key.selfSigned(folder, "worn", "-3y", 365);
        workspace.does("trust", "add", worn.certificate(), "--yes");
        refused("expired", worn.sign(harmless("worn").write(jar("worn"))));
    }

    @Test
    void theSameNameAndVersionWithOtherContent() throws Exception {
        refused("1\\.0\\.0", PackJar.visits("1.0.0").file("notes.txt", "other").write(jar("other-visits")));
    }

    @Test
    void aDataSetThatIsNotThere() throws Exception {
        refused(
                "data set .harbour.",
                PackJar.report("org.example.absent", "absent", "harbour").write(jar("absent")));
    }

    @Test
    void packsThatNeedEachOther() throws Exception {
        refused(
                "org.example.first needs .* of org.example.second, org.example.second needs",
                circular("first", "second"),
                circular("second", "first"));
    }

    private static Path circular(String name, String other) throws Exception {
        return PackJar.report("org.example." + name, name, other)
                .header("Provide-Capability", "opbrief.dataset;opbrief.dataset=" + name)
                .file("datasets/" + name + ".yaml", """
                        id: %s
                        title: A data set
                        columns:
                          place: {title: Place}
                        """.formatted(name))
                .write(jar(name));
    }

    @Test
    void aPackForALaterOpbrief() throws Exception {
        refused(
                "version",
                harmless("later")
                        .header(
                                "Require-Capability",
                                "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=2.0))\"")
                        .write(jar("later")));
    }

    @Test
    void aPackForALaterApi() throws Exception {
        refused(
                "org.opbrief.api.report",
                desk.sign(harmless("later-api")
                        .header("Import-Package", "org.opbrief.api.report;version=\"[2,3)\"")
                        .write(jar("later-api"))));
    }

    @Test
    void aPackThatReachesIntoTheStore() throws Exception {
        refused(
                "org.opbrief.store",
                desk.sign(harmless("deep")
                        .header("Import-Package", "org.opbrief.store")
                        .write(jar("deep"))));
    }

    @Test
    void entriesThatLeaveTheirPlace() throws Exception {
        refused("\\.\\./x", harmless("above").entry("../x", new byte[1]).write(jar("above")));
        refused("/etc/x", harmless("absolute").entry("/etc/x", new byte[1]).write(jar("absolute")));
    }

    @Test
    void aBombOfZeros() throws Exception {
        refused(
                "bomb",
                harmless("bomb")
                        .entry("OPBRIEF-INF/bomb.txt", new byte[300 << 20])
                        .write(jar("bomb")));
    }

    @Test
    void oneNameTwice() throws Exception {
        Path jar = harmless("twice")
                .file("twice-a.md", "a")
                .file("twice-b.md", "b")
                .write(jar("twice"));
        refused("twice-a.md", PackJar.renamed(jar, "twice-b.md", "twice-a.md"));
    }

    @Test
    void aLayoutThatReadsAFileAlthoughItsSignerIsTrusted() throws Exception {
        refused(
                "layout.jrxml",
                desk.sign(harmless("curious")
                        .file("reports/curious/layout.jrxml", """
                                <jasperReport name="curious" language="java" pageWidth="595" pageHeight="842"
                                    columnWidth="555" leftMargin="20" rightMargin="20" topMargin="20" bottomMargin="20">
                                  <title height="50">
                                    <element kind="textField" width="500" height="30">
                                      <expression><![CDATA[new java.util.Scanner(new java.io.File("/etc/passwd")).next()]]></expression>
                                    </element>
                                  </title>
                                </jasperReport>
                                """)
                        .write(jar("curious"))));
    }

    @Test
    void definitionsThatUnfoldWithoutEnd() throws Exception {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        refused(
                SOME_REPORT,
                PackJar.named("org.example.alias", "1.0.0")
                        .file(SOME_REPORT, bomb.toString())
                        .write(jar("alias")));
    }

    @Test
    void definitionsThatNameTypes() throws Exception {
        String tagged = "id: !!javax.script.ScriptEngineManager [x]\ntitle: Some\nsections: []\n";
        refused(
                SOME_REPORT,
                PackJar.named("org.example.tag", "1.0.0")
                        .file(SOME_REPORT, tagged)
                        .write(jar("tag")));
    }

    @Test
    void anIdThatAnotherPackHas() throws Exception {
        refused(
                "org.opbrief.report.hello",
                PackJar.report("org.example.greeting", "hello", "seizure").write(jar("greeting")));
    }

    @Test
    void aDiskThatFillsUpOnTheWay() throws Exception {
        Path script = Files.writeString(folder.resolve("small-disk.sh"), """
                set -e
                mount -t tmpfs -o size=600k tmpfs "$1"
                "$2" --workspace "$1/W" install --yes "$3" >&2
                state() { (cd "$1/W" && find . | sort && find . -type f -exec sha256sum {} + | sort); }
                state "$1" >"$1.before"
                code=0
                "$2" --workspace "$1/W" install --yes "$4" || code=$?
                state "$1" >"$1.after"
                "$2" --workspace "$1/W" packs
                exit $code
                """);
        byte[] noise = new byte[1 << 20];
        new Random(3).nextBytes(noise);
        Path large = harmless("large").entry("OPBRIEF-INF/noise.bin", noise).write(jar("large"));
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", disk.toString())
                                .start()
                                .waitFor()
                        == 0,
                "A small disk cannot be had here");
        Path out = folder.resolve("small-disk.out");
        Path err = folder.resolve("small-disk.err");
        Process process = new ProcessBuilder(
                        "unshare",
                        "-rm",
                        "sh",
                        script.toString(),
                        disk.toString(),
                        Distribution.get().folder().resolve("bin/opbrief").toString(),
                        jar("visits").toString(),
                        large.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertEquals(1, process.waitFor(), Files.readString(err));
        String said = Files.readString(err);
        String complaint =
                said.lines().filter(line -> line.startsWith("opbrief: ")).reduce("", String::concat);
        assertTrue(complaint.contains("full"), said);
        assertEquals(Files.readString(folder.resolve("disk.before")), Files.readString(folder.resolve("disk.after")));
        assertTrue(Files.readString(out).contains("org.example.visits"), Files.readString(out));
    }
}
