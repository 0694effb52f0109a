package org.opbrief.installer.source;

import java.util.Optional;
import java.util.regex.Pattern;
import org.opbrief.api.pack.PackException;
import org.osgi.framework.Version;

/** A pack by its name, {@code name} or {@code name@version}. */
public record Named(String name, Optional<Version> version) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    public static Named of(String text) throws PackException {
        int at = text.indexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        if (!NAME.matcher(name).matches()) {
            throw new PackException("'" + text + "' is neither a file nor the name of a pack.");
        }
        try {
            return new Named(name, at < 0 ? Optional.empty() : Optional.of(new Version(text.substring(at + 1))));
        } catch (IllegalArgumentException e) {
            throw new PackException("'" + text + "' has no version like 1.2.0 after the @.", e);
        }
    }

    /** Whether that pack is meant; without a version, any is. */
    public boolean fits(String pack, Version its) {
        return name.equals(pack)
                && version.filter(wanted -> !wanted.equals(its)).isEmpty();
    }

    @Override
    public String toString() {
        return name + version.map(each -> "@" + each).orElse("");
    }
}
