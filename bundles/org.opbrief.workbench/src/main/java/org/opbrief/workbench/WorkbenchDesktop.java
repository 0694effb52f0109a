package org.opbrief.workbench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.opbrief.api.data.Desktop;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.StoreException;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Services;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.session.WorkspaceDialogs;
import org.opbrief.workbench.settings.Settings;
import org.opbrief.workbench.settings.SettingsFile;
import org.opbrief.workbench.widget.WindowThread;
import org.opbrief.workbench.window.SavedLayout;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Opens the workspace, then Eclipse's workbench on it; the life cycle finds the open workspace here. */
@Component(service = {Desktop.class, WorkbenchDesktop.class})
public final class WorkbenchDesktop implements Desktop {

    private static final String NAME = "Opbrief";

    private final BundleContext context;
    private final Settings settings;
    private volatile Optional<Session> session = Optional.empty();

    @Activate
    public WorkbenchDesktop(BundleContext context) {
        this.context = context;
        this.settings = SettingsFile.read(context);
    }

    @Override
    public Optional<String> show(Optional<Path> named, Path usual) {
        Screen screen = new Screen(System.getProperty("os.name"), System.getenv());
        if (screen.isMissing()) {
            return Optional.of(Screen.MISSING);
        }
        settings.language().ifPresent(Locale::setDefault);
        if (!screen.hasSessionBus()) {
            // else SWT looks for one, and complains on the terminal
            System.setProperty("org.eclipse.swt.internal.SessionManagerDBus.disable", "true");
        }
        Display.setAppName(NAME);
        Display display;
        try {
            display = Display.getDefault();
        } catch (SWTError | UnsatisfiedLinkError e) {
            return Optional.of(Screen.unusable(e));
        }
        try (Session opened = new Session(new Services(this::all), new WindowThread(display))) {
            opened.listen(change -> remember(opened, change));
            Optional<String> complaint = openFirst(opened, new WorkspaceDialogs(display), named, usual);
            if (complaint.isPresent()) {
                return complaint;
            }
            session = Optional.of(opened);
            new SavedLayout(folder("osgi.instance.area")).dropIfOutdated();
            runEclipse();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The window's layout cannot be read or written: " + FileFaults.reason(e) + ".");
        } catch (StoreException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> openFirst(Session opened, WorkspaceDialogs dialogs, Optional<Path> named, Path usual) {
        Optional<Path> chosen = settings.startWorkspace();
        return named.isEmpty() && chosen.isPresent()
                ? dialogs.openKept(opened, chosen.get())
                : dialogs.openFirst(opened, named.or(settings::lastWorkspace).orElse(usual));
    }

    private void remember(Session opened, Change change) {
        if (change == Change.WORKSPACE && opened.isOpen()) {
            settings.opened(opened.workspace());
            try {
                settings.keep();
            } catch (IOException e) {
                // it is not among the recent ones next time
            }
        }
    }

    Settings settings() {
        return settings;
    }

    /** The open workspace. */
    Session session() {
        return session.orElseThrow(() -> new IllegalStateException("No window was opened"));
    }

    private Path folder(String property) {
        return Path.of(URI.create(context.getProperty(property)));
    }

    private void runEclipse() {
        try {
            var mains = context.getServiceReferences(Callable.class, "(main.thread=true)");
            context.getService(mains.iterator().next()).call();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The window could not be opened", e);
        }
    }

    private <T> List<T> all(Class<T> type) {
        try {
            return context.getServiceReferences(type, null).stream()
                    .sorted(Comparator.reverseOrder())
                    .map(context::getService)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
