package org.opbrief.installer.resolve;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a pack may use of Eclipse to contribute to the window. Its bundles are there only while the workbench runs, so a pack
 * imports these packages optionally: its reports work without a window.
 */
public final class WindowPackages {

    private static final Pattern SWT = Pattern.compile("org\\.eclipse\\.swt(?!\\.internal)(\\..+)?");
    private static final Set<String> OTHERS = Set.of(
            "jakarta.annotation",
            "jakarta.inject",
            "org.eclipse.e4.core.di.annotations",
            "org.eclipse.e4.ui.di",
            "org.eclipse.e4.ui.workbench.modeling");

    private WindowPackages() {}

    /** Whether it is open to packs. */
    public static boolean contains(String name) {
        return OTHERS.contains(name) || SWT.matcher(name).matches();
    }
}
