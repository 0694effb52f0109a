package org.opbrief.workbench.window;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * The layout that was saved when the window was closed last. It is a copy of the application's whole model, so it holds
 * only as long as that is the same: after an update the window begins anew.
 *
 * @param folder where Eclipse saves
 */
public record SavedLayout(Path folder) {

    private static final String LAYOUT = ".metadata/.plugins/org.eclipse.e4.workbench/workbench.xmi";
    private static final String MODEL = "/Application.e4xmi";

    /** Deletes a layout that was made from another model than today's. */
    public void dropIfOutdated() throws IOException {
        Path mark = folder.resolve("model");
        String today = checksum();
        if (!Files.exists(mark) || !Files.readString(mark).equals(today)) {
            Files.deleteIfExists(folder.resolve(LAYOUT));
            Files.createDirectories(folder);
            Files.writeString(mark, today);
        }
    }

    private static String checksum() throws IOException {
        try (InputStream in = SavedLayout.class.getResourceAsStream(MODEL)) {
            CRC32 sum = new CRC32();
            sum.update(in.readAllBytes());
            return Long.toHexString(sum.getValue());
        }
    }
}
