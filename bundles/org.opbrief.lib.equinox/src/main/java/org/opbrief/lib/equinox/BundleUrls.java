package org.opbrief.lib.equinox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.osgi.service.urlconversion.URLConverter;
import org.osgi.framework.BundleContext;

/** Makes files of what is inside of bundles, for those who cannot read from a URL. */
final class BundleUrls implements URLConverter {

    private final BundleContext context;

    BundleUrls(BundleContext context) {
        this.context = context;
    }

    @Override
    public URL toFileURL(URL url) throws IOException {
        if (url.getPath().endsWith("/")) {
            throw new IOException("Folders are not unpacked: " + url);
        }
        Path file = context.getDataFile("urls/" + url.getHost() + url.getPath()).toPath();
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), "", ".part");
            try (InputStream in = url.openStream()) {
                Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file.toUri().toURL();
    }

    /** It can be opened as it is. */
    @Override
    public URL resolve(URL url) {
        return url;
    }
}
