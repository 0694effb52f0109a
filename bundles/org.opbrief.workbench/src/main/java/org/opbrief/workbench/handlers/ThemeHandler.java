package org.opbrief.workbench.handlers;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.opbrief.workbench.Ids;

/** Shows all in the theme that the command names, from now on. */
public final class ThemeHandler {

    @Execute
    void run(IThemeEngine themes, ParameterizedCommand command) {
        themes.setTheme(Ids.named(command), true);
    }
}
