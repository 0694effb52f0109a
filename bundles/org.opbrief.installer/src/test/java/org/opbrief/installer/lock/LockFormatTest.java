package org.opbrief.installer.lock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opbrief.api.pack.PackException;

class LockFormatTest {

    private static final String SHA256 = "0123456789abcdef".repeat(4);

    private final LockFormat format = new LockFormat("packs.lock");

    @Test
    void whatIsWrittenIsReadAndWrittenTheSame() throws Exception {
        LockedPack b =
                new LockedPack("org.example.b", "1.0.0", SHA256, "CN=\"Desk\", O=Ü", "https://example.org/b.jar");
        LockedPack a = new LockedPack("org.example.a", "1.10.0.x", SHA256, "", "C:\\a.jar");
        PacksLock lock = new PacksLock(List.of(b, a), List.of(List.of(b), List.of()));
        assertEquals(List.of(a, b), lock.packs());
        assertEquals(lock, format.read(format.write(lock)));
        assertArrayEquals(format.write(lock), format.write(format.read(format.write(lock))));
    }

    @Test
    void whatIsWrongIsToldWithItsLine() {
        assertEquals(
                "packs.lock, line 2: a pack has no name that could be one.",
                failure("{\"packs\": [\n{\"name\": \"../a\", \"version\": \"1\", \"sha256\": \"" + SHA256 + "\"}]}"));
        assertEquals(
                "packs.lock, line 1: the pack a has no SHA-256 of 64 hexadecimal digits.",
                failure("{\"packs\": [{\"name\": \"a\", \"version\": \"1\", \"sha256\": \"12\"}]}"));
        assertEquals(
                "packs.lock, line 1: the pack a has no version like 1.2.0.",
                failure("{\"packs\": [{\"name\": \"a\", \"version\": \"../b\", \"sha256\": \"" + SHA256 + "\"}]}"));
        assertEquals("packs.lock, line 1: the key \"pack\" is not known.", failure("{\"pack\": []}"));
        assertEquals("packs.lock, line 1: a list of packs is expected here.", failure("{\"packs\": {}}"));
        String pack = "{\"name\": \"a\", \"version\": \"1\", \"sha256\": \"" + SHA256 + "\"}";
        assertEquals(
                "packs.lock, line 1: the pack a is named twice.", failure("{\"packs\": [" + pack + "," + pack + "]}"));
    }

    private String failure(String text) {
        return assertThrows(PackException.class, () -> format.read(text.getBytes(StandardCharsets.UTF_8)))
                .getMessage();
    }
}
