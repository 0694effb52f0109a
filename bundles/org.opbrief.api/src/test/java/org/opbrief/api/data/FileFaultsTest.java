package org.opbrief.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

class FileFaultsTest {

    @Test
    void what_java_says_with_a_class_name_is_said_in_words_with_the_place() {
        assertEquals("there is no such file or folder (/a)", FileFaults.reason(new NoSuchFileException("/a")));
        assertEquals("permission denied (/a)", FileFaults.reason(new AccessDeniedException("/a")));
        assertEquals(
                "something of that name is in the way (/a)", FileFaults.reason(new FileAlreadyExistsException("/a")));
        assertEquals("a file stands where a folder is needed (/a)", FileFaults.reason(new NotDirectoryException("/a")));
        assertEquals("the folder is not empty (/a)", FileFaults.reason(new DirectoryNotEmptyException("/a")));
    }

    @Test
    void what_the_operating_system_says_is_put_in_plainer_words_or_passed_on() {
        assertEquals("the disk is full (/a)", FileFaults.reason(system("No space left on device")));
        assertEquals("the disk is read-only (/a)", FileFaults.reason(system("Read-only file system")));
        assertEquals("a file stands where a folder is needed (/a)", FileFaults.reason(system("Not a directory")));
        assertEquals("Input/output error (/a)", FileFaults.reason(system("Input/output error")));
        assertEquals("the disk is full", FileFaults.reason(new IOException("No space left on device")));
        assertEquals(
                "a file would be larger than the system allows", FileFaults.reason(new IOException("File too large")));
        assertEquals("reading or writing failed", FileFaults.reason(new IOException()));
    }

    @Test
    void a_full_disk_is_known_by_the_words_of_each_system() {
        assertTrue(FileFaults.isDiskFull("IO Error: Could not write file: No space left on device"));
        assertTrue(FileFaults.isDiskFull("There is not enough space on the disk"));
        assertTrue(FileFaults.isDiskFull("Disk quota exceeded"));
        assertFalse(FileFaults.isDiskFull("File too large"));
        assertFalse(FileFaults.isDiskFull(null));
    }

    private static IOException system(String reason) {
        return new FileSystemException("/a", null, reason);
    }
}
