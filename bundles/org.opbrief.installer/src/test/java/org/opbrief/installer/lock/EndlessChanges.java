package org.opbrief.installer.lock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opbrief.installer.file.Sha256;

/** Changes the packs of a workspace, and goes back each third time, until it is killed. */
final class EndlessChanges {

    private EndlessChanges() {}

    /** @param arguments the workspace, and a file to be installed */
    public static void main(String[] arguments) throws Exception {
        PacksFolder folder = new PacksFolder(Path.of(arguments[0]));
        Path jar = Path.of(arguments[1]);
        byte[] content = Files.readAllBytes(jar);
        PacksLock lock = folder.read();
        for (int i = 0; ; i++) {
            content[0] = (byte) i;
            Files.write(jar, content);
            LockedPack pack = new LockedPack("org.example.a", "1.0." + i, Sha256.of(jar), "", "");
            boolean back = i % 3 == 2;
            PacksLock after = back ? lock.undone().orElseThrow() : lock.with(List.of(pack));
            try (FolderChange change = folder.begin(lock)) {
                if (i == 0) {
                    System.out.print('!');
                    System.out.flush();
                }
                if (!back) {
                    change.add(pack, jar);
                }
                change.commit(after);
            }
            lock = after;
        }
    }
}
