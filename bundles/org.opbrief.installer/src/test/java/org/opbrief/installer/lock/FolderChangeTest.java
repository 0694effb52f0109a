package org.opbrief.installer.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.Tree;
import org.opbrief.installer.file.Disk;
import org.opbrief.installer.file.Sha256;

/** Changes of the folder that fail, or whose process is killed. */
class FolderChangeTest {

    @TempDir
    private Path temp;

    private Path workspace;
    private PacksFolder folder;
    private Path jar;
    private LockedPack pack;

    @BeforeEach
    void prepare() throws IOException {
        workspace = temp.resolve("workspace");
        folder = new PacksFolder(workspace);
        jar = Files.writeString(temp.resolve("a.jar"), "content");
        pack = new LockedPack("org.example.a", "1.0.0", Sha256.of(jar), "", "a.jar");
    }

    @Test
    void withoutACommitAllIsAsBefore() throws Exception {
        try (FolderChange change = folder.begin(PacksLock.EMPTY)) {
            change.add(pack, jar);
            assertTrue(Files.exists(folder.jar(pack)));
        }
        assertFalse(Files.exists(workspace));
    }

    @Test
    void aCommitKeepsWhatTheWayBackNeedsAndDeletesTheRest() throws Exception {
        PacksLock one = PacksLock.EMPTY.with(List.of(pack));
        commit(PacksLock.EMPTY, one, jar, pack);
        Files.writeString(workspace.resolve("packs/left.jar.part"), "of a killed process");
        Files.writeString(workspace.resolve("packs/left.jar"), "of a killed process");
        Path newer = Files.writeString(temp.resolve("b.jar"), "newer");
        LockedPack second = new LockedPack("org.example.a", "1.1.0", Sha256.of(newer), "CN=Desk", "b.jar");
        PacksLock two = one.with(List.of(second));
        commit(one, two, newer, second);
        assertEquals(
                Map.of(
                        "",
                        "",
                        "packs",
                        "",
                        "packs/packs.lock",
                        Sha256.of(workspace.resolve("packs/packs.lock")),
                        "packs/" + pack.fileName(),
                        pack.sha256(),
                        "packs/" + second.fileName(),
                        second.sha256()),
                Tree.of(workspace));
        assertEquals(two, folder.read());
    }

    @Test
    void goingBackKeepsWhatItLeavesAndGoesFurtherBackTheNextTime() throws Exception {
        LockedPack second = new LockedPack("org.example.a", "1.1.0", "b".repeat(64), "", "b.jar");
        LockedPack third = new LockedPack("org.example.a", "1.2.0", "c".repeat(64), "", "c.jar");
        PacksLock one = PacksLock.EMPTY.with(List.of(pack));
        PacksLock three = one.with(List.of(second)).with(List.of(third));

        PacksLock back = three.undone().orElseThrow();
        assertEquals(new PacksLock(List.of(second), List.of(List.of(pack), List.of()), List.of(third)), back);
        assertEquals(List.of(third, pack), back.kept());
        assertEquals(three.fileNames(), back.fileNames());
        PacksLock further = back.undone().orElseThrow();
        assertEquals(new PacksLock(List.of(pack), List.of(List.of()), List.of(second, third)), further);
        PacksLock forward = further.with(List.of(third));
        assertEquals(
                new PacksLock(List.of(third), List.of(List.of(pack), List.of()), List.of(second)),
                forward,
                "what is used again is not left any more");
        assertEquals(new PacksLock(List.of(third), List.of(), List.of()), forward.pruned());
    }

    @Test
    void aDiskThatFillsUpWhileGoingBackLeavesAllAsBefore() throws Exception {
        PacksLock one = PacksLock.EMPTY.with(List.of(pack));
        commit(PacksLock.EMPTY, one, jar, pack);
        Map<String, String> before = Tree.of(workspace);
        PacksFolder full = new PacksFolder(workspace, new FullDisk(0));
        assertThrows(PackException.class, () -> {
            try (FolderChange change = full.begin(one)) {
                change.commit(one.undone().orElseThrow());
            }
        });
        assertEquals(before, Tree.of(workspace));
        try (FolderChange change = folder.begin(one)) {
            change.commit(one.undone().orElseThrow());
        }
        assertEquals(pack.sha256(), Sha256.of(folder.jar(pack)));
        assertEquals(List.of(pack), folder.read().left());
    }

    @Test
    void aDiskThatFillsUpLeavesAllAsBefore() throws Exception {
        PacksLock one = PacksLock.EMPTY.with(List.of(pack));
        commit(PacksLock.EMPTY, one, jar, pack);
        Map<String, String> before = Tree.of(workspace);
        Path newer = Files.writeString(temp.resolve("b.jar"), "newer");
        LockedPack second = new LockedPack("org.example.b", "1.1.0", Sha256.of(newer), "", "b.jar");
        for (int files = 0; files < 2; files++) {
            PacksFolder full = new PacksFolder(workspace, new FullDisk(files));
            String message = assertThrows(PackException.class, () -> {
                        try (FolderChange change = full.begin(one)) {
                            change.add(second, newer);
                            change.commit(one.with(List.of(pack, second)));
                        }
                    })
                    .getMessage();
            assertTrue(message.endsWith(": the disk is full; nothing was changed."), message);
            assertEquals(before, Tree.of(workspace));
        }
    }

    @Test
    void aFileThatChangedSinceItWasVerifiedIsNotTaken() throws Exception {
        Files.writeString(jar, "something else");
        try (FolderChange change = folder.begin(PacksLock.EMPTY)) {
            assertEquals(
                    "The file of the pack org.example.a 1.0.0 was changed while it was being installed: install it again.",
                    assertThrows(PackException.class, () -> change.add(pack, jar))
                            .getMessage());
        }
        assertFalse(Files.exists(workspace));
    }

    @Test
    void oneProcessAtATimeChangesThePacksAndItIsNamed() throws Exception {
        FolderChange change = folder.begin(PacksLock.EMPTY);
        Map<String, String> before = Tree.of(workspace);
        assertEquals(
                "The packs of this workspace are being changed by process "
                        + ProcessHandle.current().pid() + ": try again when it is done.",
                assertThrows(PackException.class, () -> folder.begin(PacksLock.EMPTY))
                        .getMessage());
        assertEquals(before, Tree.of(workspace));
        change.close();
        assertFalse(Files.exists(workspace));
    }

    @Test
    void aChangeThatWasMadeForOtherPacksIsRefused() throws Exception {
        commit(PacksLock.EMPTY, PacksLock.EMPTY.with(List.of(pack)), jar, pack);
        assertEquals(
                "The packs of this workspace were changed by another process in the meantime: try again.",
                assertThrows(PackException.class, () -> folder.begin(PacksLock.EMPTY))
                        .getMessage());
    }

    /** Another process changes packs as fast as it can, and is killed at any moment, again and again. */
    @Test
    void aProcessThatIsKilledLeavesThePacksOfBeforeOrAfter() throws Exception {
        Random random = new Random(7);
        int changes = 0;
        for (int i = 0; i < 20; i++) {
            // anew each time: a process that is killed may have been writing it
            Path first = Files.write(temp.resolve("first.jar"), new byte[300_000]);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            EndlessChanges.class.getName(),
                            workspace.toString(),
                            first.toString())
                    .redirectErrorStream(true)
                    .start();
            assertEquals('!', process.getInputStream().read(), "it has begun");
            process.waitFor(random.nextInt(60), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            PacksLock lock = folder.read();
            for (LockedPack each : lock.packs()) {
                assertEquals(each.sha256(), Sha256.of(folder.jar(each)));
            }
            for (LockedPack each : lock.kept()) {
                assertEquals(each.sha256(), Sha256.of(folder.jar(each)));
            }
            changes = Math.max(changes, lock.earlier().size() + lock.left().size());
            Path next = Files.writeString(temp.resolve("next.jar"), "next " + i);
            LockedPack after = new LockedPack("org.example.next", "1.0." + i, Sha256.of(next), "", "");
            commit(lock, new PacksLock(List.of(after), List.of(), List.of()), next, after);
            assertEquals(4, Tree.of(workspace).size(), Tree.of(workspace).toString());
        }
        assertTrue(changes > 0, "some changes were made");
    }

    private void commit(PacksLock base, PacksLock after, Path file, LockedPack added) throws PackException {
        try (FolderChange change = folder.begin(base)) {
            change.add(added, file);
            change.commit(after);
        }
    }

    /** A disk with room for some files. */
    private static final class FullDisk implements Disk {
        private int room;

        FullDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(InputStream content, Path file) throws IOException {
            if (room-- <= 0) {
                Files.write(file, content.readNBytes(2));
                throw new IOException("No space left on device");
            }
            Disk.REAL.write(content, file);
        }
    }
}
