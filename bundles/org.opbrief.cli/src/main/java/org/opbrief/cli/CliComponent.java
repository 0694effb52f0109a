package org.opbrief.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The entry point that the launcher calls with the arguments; gives the exit code.
 *
 * <p>Services are looked up when a command asks for them: a command must not wait for, or activate, what it does not use.
 */
@Component(service = ToIntFunction.class, property = "opbrief.main=cli")
public final class CliComponent implements ToIntFunction<Object> {
    private final BundleContext context;

    @Activate
    public CliComponent(BundleContext context) {
        this.context = context;
    }

    /** @param arguments a {@code String[]} */
    @Override
    public int applyAsInt(Object arguments) {
        Services services = new Services(new Registry());
        Surroundings surroundings =
                Surroundings.ofThisProcess(context.getBundle().getVersion().toString());
        // not System.out, whose charset is the locale's
        Console console = new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Terminals.watched(surroundings.environment()),
                new TerminalKeyboard());
        return new Opbrief(services, console, surroundings).run((String[]) arguments);
    }

    private final class Registry implements Services.Lookup {
        @Override
        public <T> Optional<T> find(Class<T> type) {
            ServiceReference<T> reference = context.getServiceReference(type);
            return Optional.ofNullable(reference).map(context::getService);
        }
    }
}
