package org.opbrief.authoring;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * The Opbrief that is running, as Maven sees it.
 *
 * @param bundles address of the folder with its bundles, which is laid out like a Maven repository
 * @param version of {@code org.opbrief.api}
 */
record Installation(String bundles, String version) {

    private static final String API = "org.opbrief.api";
    private static final String USUAL = "file:///opt/opbrief/bundles";
    private static final Pattern IN_REPOSITORY =
            Pattern.compile("(?:reference:)?(file:.*)/org/opbrief/org\\.opbrief\\.api/([^/]+)/[^/]+\\.jar");

    static Installation of(BundleContext context) {
        Bundle api = Arrays.stream(context.getBundles())
                .filter(bundle -> API.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
        Matcher place = IN_REPOSITORY.matcher(api.getLocation());
        return place.matches()
                ? new Installation(place.group(1), place.group(2))
                : new Installation(USUAL, api.getVersion().toString());
    }
}
