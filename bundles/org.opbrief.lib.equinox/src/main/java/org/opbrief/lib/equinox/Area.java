package org.opbrief.lib.equinox;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import org.eclipse.osgi.service.datalocation.Location;

/**
 * A folder with one of the purposes that Eclipse knows. It is set from the start, and no process has it to itself: a
 * workspace has a lock of its own, and the look of the window may be shared.
 */
final class Area implements Location {

    private final URL url;

    /** @param url of a folder; it ends with a slash */
    Area(URL url) throws IOException {
        this.url = url;
        File folder = new File(URI.create(url.toExternalForm()));
        if (!folder.isDirectory() && !folder.mkdirs()) {
            throw new IOException("The folder " + folder + " cannot be made");
        }
    }

    @Override
    public URL getURL() {
        return url;
    }

    @Override
    public URL getDefault() {
        return url;
    }

    @Override
    public boolean allowsDefault() {
        return true;
    }

    @Override
    public boolean isSet() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    /** There is none, for which Eclipse expects null. */
    @Override
    public Location getParentLocation() {
        return null;
    }

    @Override
    public boolean setURL(URL value, boolean lock) {
        throw new IllegalStateException("The place is " + url);
    }

    @Override
    public boolean set(URL value, boolean lock) {
        throw new IllegalStateException("The place is " + url);
    }

    @Override
    public boolean set(URL value, boolean lock, String lockFile) {
        throw new IllegalStateException("The place is " + url);
    }

    @Override
    public boolean lock() {
        return true;
    }

    @Override
    public boolean isLocked() {
        return false;
    }

    @Override
    public void release() {}

    @Override
    public Location createLocation(Location parent, URL defaultValue, boolean readonly) {
        try {
            return new Area(defaultValue);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public URL getDataArea(String path) throws IOException {
        return new URL(url, path + "/");
    }
}
