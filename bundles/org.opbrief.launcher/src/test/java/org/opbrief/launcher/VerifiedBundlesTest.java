package org.opbrief.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.launcher.FeatureFile.BundleFile;

class VerifiedBundlesTest {

    /** SHA-256 of "abc" (FIPS 180-2, appendix B.1). */
    private static final BundleFile ABC = new BundleFile(
            "g:abc:1", "abc.jar", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "");

    @TempDir
    private Path folder;

    private Path jar;
    private Path memory;

    @BeforeEach
    void writeABundle() throws IOException {
        jar = Files.writeString(folder.resolve("abc.jar"), "abc");
        memory = folder.resolve("verified.txt");
    }

    @Test
    void aBundleThatItsFeatureNamesIsAccepted() {
        assertDoesNotThrow(() -> new VerifiedBundles(memory).verify(jar, ABC));
    }

    @Test
    void aBundleThatDiffersIsRefused() throws IOException {
        Files.writeString(jar, "abd");
        LaunchException refused =
                assertThrows(LaunchException.class, () -> new VerifiedBundles(memory).verify(jar, ABC));
        assertEquals(
                "The file " + jar + " is not the one that this version of Opbrief was made with (its SHA-256 differs):"
                        + " install Opbrief again.",
                refused.getMessage());
    }

    @Test
    void aBundleThatChangedSinceItWasCheckedIsRefused() throws Exception {
        VerifiedBundles first = new VerifiedBundles(memory);
        first.verify(jar, ABC);
        first.remember();
        Files.writeString(jar, "abd");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertThrows(LaunchException.class, () -> new VerifiedBundles(memory).verify(jar, ABC));
    }

    @Test
    void aBundleThatWasCheckedIsNotReadAgainButWhenAsked() throws Exception {
        VerifiedBundles first = new VerifiedBundles(memory);
        first.verify(jar, ABC);
        first.remember();
        FileTime checked = Files.getLastModifiedTime(jar);
        Files.writeString(jar, "abd");
        Files.setLastModifiedTime(jar, checked);
        VerifiedBundles second = new VerifiedBundles(memory);
        assertDoesNotThrow(() -> second.verify(jar, ABC));
        assertThrows(LaunchException.class, () -> second.verifyAgain(jar, ABC));
    }

    @Test
    void aBundleThatAnotherFeatureWantsDifferentIsCheckedAgain() throws Exception {
        VerifiedBundles first = new VerifiedBundles(memory);
        first.verify(jar, ABC);
        first.remember();
        BundleFile other = new BundleFile(ABC.id(), ABC.path(), "00".repeat(32), "");
        assertThrows(LaunchException.class, () -> new VerifiedBundles(memory).verify(jar, other));
    }

    @Test
    void aBundleThatIsMissingIsNamed() {
        LaunchException refused = assertThrows(
                LaunchException.class, () -> new VerifiedBundles(memory).verify(folder.resolve("absent.jar"), ABC));
        assertEquals(
                "The file " + folder.resolve("absent.jar") + " is missing: install Opbrief again.",
                refused.getMessage());
    }
}
