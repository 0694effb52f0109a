package org.opbrief.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasUnpackedIsThereTheNextTime() throws Exception {
        try (Cache cache = Cache.open(folder, "1.0")) {
            unpack(cache);
        }
        try (Cache cache = Cache.open(folder, "1.0")) {
            assertTrue(Files.exists(unpacked(cache)));
        }
    }

    @Test
    void aPlaceOfAnotherDistributionIsEmptied() throws Exception {
        try (Cache cache = Cache.open(folder, "1.0")) {
            unpack(cache);
        }
        try (Cache cache = Cache.open(folder, "1.1")) {
            assertFalse(Files.exists(unpacked(cache)));
        }
    }

    @Test
    void aPlaceThatWasLeftByAKilledProcessIsEmptied() throws Exception {
        try (Cache cache = Cache.open(folder, "1.0")) {
            unpack(cache);
        }
        Files.delete(folder.resolve("framework-1/complete"));
        try (Cache cache = Cache.open(folder, "1.0")) {
            assertFalse(Files.exists(unpacked(cache)));
        }
    }

    @Test
    void twoAtATimeHaveAPlaceEach() throws Exception {
        try (Cache first = Cache.open(folder, "1.0");
                Cache second = Cache.open(folder, "1.0")) {
            assertNotEquals(first.storage(), second.storage());
            unpack(first);
            assertFalse(Files.exists(unpacked(second)));
        }
    }

    @Test
    void moreThanThereArePlacesWorkInTemporaryOnesThatAreDeleted() throws Exception {
        List<Cache> open = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            open.add(Cache.open(folder, "1.0"));
            unpack(open.get(i));
        }
        assertEquals(
                6, open.stream().map(Cache::storage).collect(Collectors.toSet()).size());
        open.forEach(Cache::close);
        Set<Boolean> kept = open.subList(0, 4).stream()
                .map(cache -> Files.exists(unpacked(cache)))
                .collect(Collectors.toSet());
        assertEquals(Set.of(true), kept);
        assertFalse(Files.exists(open.get(4).storage().getParent()));
        assertFalse(Files.exists(open.get(5).storage().getParent()));
    }

    @Test
    void aFolderThatCannotBeMadeIsNoReasonNotToWork() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Cache cache = Cache.open(file.resolve("cache"), "1.0");
        unpack(cache);
        cache.close();
        assertFalse(Files.exists(cache.storage()));
    }

    private static void unpack(Cache cache) throws IOException {
        Files.createDirectories(cache.storage());
        Files.writeString(unpacked(cache), "x");
    }

    private static Path unpacked(Cache cache) {
        return cache.storage().resolve("library.so");
    }
}
