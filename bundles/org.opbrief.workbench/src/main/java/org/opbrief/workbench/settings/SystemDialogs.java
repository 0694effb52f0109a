package org.opbrief.workbench.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** The dialogs that every program of the system has. */
final class SystemDialogs implements Choosers {

    @Override
    public Optional<Path> image(Shell parent) {
        FileDialog dialog = new FileDialog(parent, SWT.OPEN);
        dialog.setText(Messages.get("agencyChooseSealName"));
        dialog.setFilterExtensions(new String[] {"*.png;*.PNG;*.jpg;*.JPG;*.jpeg;*.JPEG"});
        dialog.setFilterNames(new String[] {Messages.get("agencyImages")});
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    @Override
    public Optional<RGB> color(Shell parent, RGB now) {
        ColorDialog dialog = new ColorDialog(parent);
        dialog.setText(Messages.get("agencyColorTitle"));
        dialog.setRGB(now);
        return Optional.ofNullable(dialog.open());
    }
}
