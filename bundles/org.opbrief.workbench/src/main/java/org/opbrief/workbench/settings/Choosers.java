package org.opbrief.workbench.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Shell;

/** What the user is asked in dialogs of the system. */
interface Choosers {

    /** A file with an image. */
    Optional<Path> image(Shell parent);

    /** @param now the color that is proposed */
    Optional<RGB> color(Shell parent, RGB now);
}
