package org.opbrief.workbench.window;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/** Lets GTK draw menus, buttons and scroll bars dark with the dark theme: style sheets do not reach them. */
public final class NativeThemeAddon {

    private final IEventBroker broker;
    private final EventHandler follow = this::follow;

    @Inject
    public NativeThemeAddon(IEventBroker broker) {
        this.broker = broker;
    }

    @PostConstruct
    void start() {
        if (SWT.getPlatform().equals("gtk")) {
            broker.subscribe(IThemeEngine.Events.THEME_CHANGED, follow);
        }
    }

    @PreDestroy
    void stop() {
        broker.unsubscribe(follow);
    }

    private void follow(Event event) {
        ITheme theme = (ITheme) event.getProperty(IThemeEngine.Events.THEME);
        try {
            // Eclipse's own workbench calls it too; SWT has nothing public for it
            Class.forName("org.eclipse.swt.internal.gtk.OS", true, Display.class.getClassLoader())
                    .getMethod("setDarkThemePreferred", boolean.class)
                    .invoke(null, theme.getId().endsWith(".dark"));
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("GTK cannot be told of the theme", e);
        }
    }
}
