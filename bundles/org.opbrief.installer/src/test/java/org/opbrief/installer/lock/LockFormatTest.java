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
        LockedPack old = new LockedPack("org.example.a", "1.9.0", SHA256, "", "");
        PacksLock lock = new PacksLock(List.of(b, a), List.of(List.of(b), List.of()), List.of(old));
        assertEquals(List.of(a, b), lock.packs());
        assertEquals(lock, format.read(format.write(lock)));
        assertArrayEquals(format.write(lock), format.write(format.read(format.write(lock))));
    }

    @Test
    void whatWasLeftIsNamedAfterTheRestAndOnlyIfThereIsAny() throws Exception {
        LockedPack old = new LockedPack("a", "1.0.0", SHA256, "", "a.jar");
        LockedPack now = new LockedPack("a", "1.1.0", SHA256, "", "");
        LockedPack first = new LockedPack("a", "1.2.0", SHA256, "", "");
        LockedPack last = new LockedPack("a", "1.3.0", SHA256, "", "");
        PacksLock lock = new PacksLock(List.of(now), List.of(List.of(old)), List.of(last, first));
        String before = """
                {
                "packs": [
                {"name":"a","version":"1.1.0","sha256":"%1$s","signer":"","source":""}
                ],
                "earlier": [
                [
                {"name":"a","version":"1.0.0","sha256":"%1$s","signer":"","source":"a.jar"}
                ]
                ]
                }
                """.formatted(SHA256);
        String after = before.replaceFirst("]\n}\n$", """
                ],
                "left": [
                {"name":"a","version":"1.3.0","sha256":"%1$s","signer":"","source":""},
                {"name":"a","version":"1.2.0","sha256":"%1$s","signer":"","source":""}
                ]
                }
                """.formatted(SHA256));
        assertEquals(after, new String(format.write(lock), StandardCharsets.UTF_8));
        assertEquals(lock, format.read(after.getBytes(StandardCharsets.UTF_8)));
        PacksLock none = new PacksLock(lock.packs(), lock.earlier(), List.of());
        assertEquals(before, new String(format.write(none), StandardCharsets.UTF_8));
        assertEquals(none, format.read(before.getBytes(StandardCharsets.UTF_8)));
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
