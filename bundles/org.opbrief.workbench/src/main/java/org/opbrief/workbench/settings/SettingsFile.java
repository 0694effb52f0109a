package org.opbrief.workbench.settings;

import java.net.URI;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** Where the settings of a user are kept. */
public final class SettingsFile {
    private static final String STATE = "osgi.user.area";

    private SettingsFile() {}

    /** The settings of the user whose state folder the framework was started with. */
    public static Settings read(BundleContext context) {
        Path folder = Path.of(URI.create(context.getProperty(STATE)));
        return Settings.of(folder.resolve("settings.properties"));
    }
}
