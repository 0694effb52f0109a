package org.opbrief.installer.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.trust.TrustFolder;

class JarStructureTest {

    private static final String MORE = "OPBRIEF-INF/more.yaml";

    @TempDir
    private Path folder;

    private String refusal(byte[] content) throws IOException {
        return refusal(Files.write(folder.resolve("visits.jar"), content));
    }

    private String refusal(String content) throws IOException {
        return refusal(content.getBytes(StandardCharsets.UTF_8));
    }

    private String refusal(Path file) {
        Verifier verifier = new Verifier(new TrustFolder(folder.resolve("trust")), TestKeys.CLOCK);
        return assertThrows(PackException.class, () -> verifier.verify(file)).getMessage();
    }

    private static TestJar more() {
        return TestJar.pack().with(MORE, "id: more\n");
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void what_is_no_archive_is_told_by_what_it_is() throws Exception {
        assertEquals(
                "visits.jar: it is a web page, not a pack; the address may want a sign-in first, or lead to a page about the file.",
                refusal("\n<!DOCTYPE HTML>\n<html><body>Sign in</body></html>"));
        assertEquals(
                "visits.jar: it is a Git LFS pointer, not the pack itself; fetch the file with \"git lfs pull\".",
                refusal("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"));
        assertEquals("visits.jar: it is a text, not a pack; a pack is a jar.", refusal("id: vißit\n"));
        assertEquals("visits.jar: it is empty; copy or download it again.", refusal(""));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        new GZIPOutputStream(packed).close();
        assertEquals("visits.jar: it is a gzip archive, not a pack; a pack is a jar.", refusal(packed.toByteArray()));
        assertEquals(
                "visits.jar: it is an archive without files, not a pack; a pack is a jar.",
                refusal(TestJar.empty().bytes()));
        assertEquals(
                "visits.jar: it is not a jar, or its beginning is damaged; copy or download it again.",
                refusal(random(100)));
    }

    @Test
    void an_absent_file_is_told() {
        assertEquals("absent.jar: it cannot be read (there is no such file).", refusal(folder.resolve("absent.jar")));
    }

    @Test
    void a_truncated_jar_is_told() throws Exception {
        byte[] jar = more().bytes();
        assertEquals(
                "visits.jar: its end is missing; copy or download it again.",
                refusal(Arrays.copyOf(jar, jar.length - 30)));
        assertEquals("visits.jar: its end is missing; copy or download it again.", refusal(Arrays.copyOf(jar, 100)));
    }

    @Test
    void a_damaged_entry_is_named() throws Exception {
        assertEquals(
                "visits.jar: the entry \"OPBRIEF-INF/more.yaml\" is damaged; copy or download the file again.",
                refusal(new ZipBytes(more().bytes()).spoil(MORE).bytes()));
    }

    @Test
    void an_archive_behind_something_else_is_refused() throws Exception {
        assertEquals(
                "visits.jar: it is a web page, not a pack; the address may want a sign-in first, or lead to a page about the file.",
                refusal(join("<html>".getBytes(StandardCharsets.UTF_8), more().bytes())));
        assertEquals(
                "visits.jar: it is not a jar, or its beginning is damaged; copy or download it again.",
                refusal(join(new byte[] {0, 1, 2}, more().bytes())));
    }

    @Test
    void an_archive_behind_another_one_is_refused() throws Exception {
        assertTrue(refusal(join(TestJar.pack().bytes(), more().bytes()))
                .matches("visits.jar: (its list of entries and the entries themselves contradict each other about .*; "
                        + "the pack is refused|its list of entries is damaged; copy or download it again)\\."));
    }

    @Test
    void names_that_lead_out_of_the_pack_are_refused() throws Exception {
        assertEquals(
                "visits.jar: the entry \"../x\" leads out of the pack or around in it; a pack with such an entry is refused.",
                refusal(TestJar.pack().with("../x", "").bytes()));
        assertEquals(
                "visits.jar: the entry \"OPBRIEF-INF/a/../../../x\" leads out of the pack or around in it; a pack with such an entry is refused.",
                refusal(TestJar.pack().with("OPBRIEF-INF/a/../../../x", "").bytes()));
        assertEquals(
                "visits.jar: the entry \"OPBRIEF-INF/..\" leads out of the pack or around in it; a pack with such an entry is refused.",
                refusal(TestJar.pack().with("OPBRIEF-INF/..", "").bytes()));
        assertEquals(
                "visits.jar: the entry \"OPBRIEF-INF//x\" leads out of the pack or around in it; a pack with such an entry is refused.",
                refusal(TestJar.pack().with("OPBRIEF-INF//x", "").bytes()));
        assertEquals(
                "visits.jar: the entry \"./x\" leads out of the pack or around in it; a pack with such an entry is refused.",
                refusal(TestJar.pack().with("./x", "").bytes()));
        assertEquals(
                "visits.jar: the entry \"/etc/passwd\" is absolute; a pack with such an entry is refused.",
                refusal(TestJar.pack().with("/etc/passwd", "").bytes()));
        assertEquals(
                "visits.jar: the entry \"C:/x\" has a backslash or a colon in its name; the parts of a name are separated by /.",
                refusal(TestJar.pack().with("C:/x", "").bytes()));
        assertEquals(
                "visits.jar: the entry \"..\\x\" has a backslash or a colon in its name; the parts of a name are separated by /.",
                refusal(TestJar.pack().with("..\\x", "").bytes()));
        assertEquals(
                "visits.jar: the name of the entry \"a?b\" has characters that cannot be seen.",
                refusal(TestJar.pack().with("a\0b", "").bytes()));
        assertEquals(
                "visits.jar: the name of the entry \"?[31ma\" has characters that cannot be seen.",
                refusal(TestJar.pack().with("\u001b[31ma", "").bytes()));
        assertEquals(
                "visits.jar: the name of the entry \"" + "a".repeat(200) + "…\" has more than 1,000 characters.",
                refusal(TestJar.pack().with("a".repeat(1001), "").bytes()));
    }

    @Test
    void a_name_that_is_not_utf_8_is_refused() throws Exception {
        assertEquals(
                "visits.jar: the name of an entry is not UTF-8, or absent; pack it again.",
                refusal(new ZipBytes(more().bytes())
                        .rename(MORE, "OPBRIEF-INF/mor\u00e9.yaml")
                        .bytes()));
    }

    @Test
    void two_entries_with_one_name_are_refused() throws Exception {
        byte[] jar = new ZipBytes(
                        more().with("OPBRIEF-INF/twin.yaml", "id: twin\n").bytes())
                .rename("OPBRIEF-INF/twin.yaml", MORE)
                .bytes();
        assertEquals(
                "visits.jar: there are two entries \"OPBRIEF-INF/more.yaml\", of which one program sees the first and another the second; the pack is refused.",
                refusal(jar));
    }

    @Test
    void two_entries_that_are_one_file_on_some_systems_are_refused() throws Exception {
        assertEquals(
                "visits.jar: the entries \"OPBRIEF-INF/more.yaml\" and \"OPBRIEF-INF/More.yaml\" are the same file on some systems; the pack is refused, rename one of them.",
                refusal(more().with("OPBRIEF-INF/More.yaml", "").bytes()));
        assertEquals(
                "visits.jar: the entries \"META-INF/MANIFEST.MF\" and \"meta-inf/manifest.mf\" are the same file on some systems; the pack is refused, rename one of them.",
                refusal(more().with("meta-inf/manifest.mf", "").bytes()));
        assertEquals(
                "visits.jar: the entries \"\u00e9\" and \"e\u0301\" are the same file on some systems; the pack is refused, rename one of them.",
                refusal(more().with("\u00e9", "").with("e\u0301", "").bytes()));
    }

    @Test
    void a_file_that_is_also_a_folder_is_refused() throws Exception {
        assertEquals(
                "visits.jar: \"OPBRIEF-INF/more.yaml\" is a file, and \"OPBRIEF-INF/more.yaml/a\" lies in it as in a folder; the pack is refused.",
                refusal(more().with(MORE + "/a", "").bytes()));
        assertEquals(
                "visits.jar: the folder \"OPBRIEF-INF/a/\" has content of its own; the pack is refused.",
                refusal(more().with("OPBRIEF-INF/a/", "content").bytes()));
    }

    @Test
    void a_list_and_entries_that_contradict_each_other_are_refused() throws Exception {
        assertEquals(
                "visits.jar: its list of entries and the entries themselves contradict each other about \"OPBRIEF-INF/MORE.yaml\"; the pack is refused.",
                refusal(new ZipBytes(more().bytes())
                        .renameLocal(MORE, "OPBRIEF-INF/MORE.yaml")
                        .bytes()));
        assertEquals(
                "visits.jar: its list of entries and the entries themselves contradict each other about \"OPBRIEF-INF/more.yaml\"; the pack is refused.",
                refusal(new ZipBytes(more().bytes())
                        .renameListed(MORE, "OPBRIEF-INF/MORE.yaml")
                        .bytes()));
        assertEquals(
                "visits.jar: the entry \"OPBRIEF-INF/more.yaml\" is damaged; copy or download the file again.",
                refusal(new ZipBytes(more().bytes())
                        .pointTo(MORE, TestJar.MANIFEST)
                        .bytes()));
        assertEquals(
                "visits.jar: the entry \"META-INF/MANIFEST.MF\" is damaged; copy or download the file again.",
                refusal(new ZipBytes(more().bytes())
                        .claimSize(TestJar.MANIFEST, 20)
                        .bytes()));
    }

    @Test
    void an_encrypted_entry_is_refused() throws Exception {
        assertEquals(
                "visits.jar: it is encrypted; a pack is not.",
                refusal(new ZipBytes(more().bytes()).encrypt(MORE).bytes()));
    }

    @Test
    void a_bomb_is_refused_by_its_ratio() throws Exception {
        assertEquals(
                "visits.jar: the entry \"OPBRIEF-INF/zeros\" unpacks to more than 200 times its size; such an archive is made to fill a disk, and it is refused.",
                refusal(TestJar.pack()
                        .with("OPBRIEF-INF/zeros", new byte[8 << 20])
                        .bytes()));
    }

    @Test
    void a_bomb_that_lies_about_its_size_is_refused() throws Exception {
        byte[] jar = TestJar.pack().with("OPBRIEF-INF/zeros", new byte[8 << 20]).bytes();
        assertEquals(
                "visits.jar: the entry \"OPBRIEF-INF/zeros\" unpacks to more than 200 times its size; such an archive is made to fill a disk, and it is refused.",
                refusal(new ZipBytes(jar).claimSize("OPBRIEF-INF/zeros", 100).bytes()));
    }

    @Test
    void a_bomb_of_many_entries_is_refused_by_what_they_unpack_to() throws Exception {
        TestJar jar = TestJar.pack();
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < 260; i++) {
            jar.with("OPBRIEF-INF/" + i, zeros);
        }
        assertTrue(
                refusal(jar.bytes())
                        .matches(
                                "visits.jar: it unpacks to more than 256 MiB \\(at \"OPBRIEF-INF/25\\d\"\\); such an archive is made to fill a disk, and it is refused\\."));
    }

    @Test
    void a_bomb_in_a_jar_in_the_pack_is_refused() throws Exception {
        TestJar inner = TestJar.empty().with("zeros", new byte[300 << 20]);
        assertEquals(
                "visits.jar: it unpacks to more than 256 MiB (at \"lib/a.jar!zeros\"); such an archive is made to fill a disk, and it is refused.",
                refusal(TestJar.pack().with("lib/a.jar", inner.bytes()).bytes()));
    }

    @Test
    void jars_in_jars_in_jars_are_refused() throws Exception {
        TestJar jar = TestJar.empty().with("a.txt", "a");
        for (int i = 0; i < 4; i++) {
            jar = TestJar.empty().with("a.jar", jar.bytes());
        }
        assertEquals(
                "visits.jar: \"lib/a.jar!a.jar!a.jar!a.jar\" is a jar in a jar in a jar in the pack; the pack is refused.",
                refusal(TestJar.pack().with("lib/a.jar", jar.bytes()).bytes()));
    }

    @Test
    void a_damaged_jar_in_the_pack_is_named() throws Exception {
        assertEquals(
                "visits.jar: \"lib/a.jar\" in it is no jar, or damaged; copy or download the file again.",
                refusal(TestJar.pack().with("lib/a.jar", "text").bytes()));
        byte[] inner = TestJar.empty().with("a.txt", random(1000)).bytes();
        assertEquals(
                "visits.jar: \"lib/a.jar\" in it is damaged; copy or download the file again.",
                refusal(TestJar.pack()
                        .with("lib/a.jar", Arrays.copyOf(inner, 500))
                        .bytes()));
    }

    @Test
    void too_many_entries_are_refused() throws Exception {
        TestJar jar = TestJar.pack();
        for (int i = 0; i < 9_999; i++) {
            jar.with("OPBRIEF-INF/" + i, "");
        }
        assertEquals(
                "visits.jar: it has more than 10,000 entries; that is no pack, and it is refused.",
                refusal(jar.bytes()));
    }

    @Test
    void a_jar_that_is_too_large_is_not_even_opened() throws Exception {
        Path file = folder.resolve("visits.jar");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((64L << 20) + 1);
        }
        assertEquals("visits.jar: it has more than 64 MiB; a pack does not.", refusal(file));
    }
}
