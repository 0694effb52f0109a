package org.opbrief.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.launcher.FeatureFile.BundleFile;

/** Starts the features that a command needs, runs the command and ends with its exit code. */
public final class Main {

    private static final int FAILED = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Property of the framework, for those who tell others what this process does. */
    private static final String COMMAND = "opbrief.command";

    private final Path home;
    private final Path cacheFolder;
    private final CommandLine line;
    private final Optional<ClassLinking> linking;
    private final Platform platform = Platform.here();

    private Main(Path home, Path cacheFolder, CommandLine line, Optional<ClassLinking> linking) {
        this.home = home;
        this.cacheFolder = cacheFolder;
        this.line = line;
        this.linking = linking;
    }

    /** @param arguments the distribution's folder, the cache's folder, then the command line */
    public static void main(String[] arguments) {
        main(Optional.empty(), arguments);
    }

    static void main(Optional<ClassLinking> linking, String... arguments) {
        Main main = new Main(
                Path.of(arguments[0]).toAbsolutePath(),
                Path.of(arguments[1]).toAbsolutePath(),
                new CommandLine(List.of(arguments).subList(2, arguments.length)),
                linking);
        int exitCode = main.run();
        System.out.flush();
        System.exit(exitCode);
    }

    private int run() {
        try {
            return runCommand();
        } catch (LaunchException e) {
            return failed(e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            return failed("This should not have happened (" + e + "): please report it with what --debug prints.", e);
        }
    }

    private int runCommand() throws LaunchException {
        if (debug()) {
            Path log = cacheFolder.resolve("log.txt");
            LibraryLogs.write(log);
            System.err.println("opbrief: Warnings of libraries are in " + log + ".");
        } else {
            LibraryLogs.drop();
        }
        Features features =
                Features.read(home.resolve("features"), new FeatureMemory(cacheFolder.resolve("features.txt")));
        Selection selection = features.needed(line, platform);
        Path places = selection.apart().map(cacheFolder::resolve).orElse(cacheFolder);
        try (Cache cache = Cache.open(places, home + "\n" + features.text())) {
            verify(features, selection);
            Startup startup =
                    new Startup(jars(selection.first()), jars(selection.then()), properties(selection.properties()));
            try (RunningFramework framework = RunningFramework.start(cache.storage(), startup, debug(), linking)) {
                int exitCode = framework.run(line.arguments(), PATIENCE);
                linking.ifPresent(ClassLinking::link);
                return exitCode;
            }
        }
    }

    private void verify(Features features, Selection selection) throws LaunchException {
        VerifiedBundles verified = new VerifiedBundles(cacheFolder.resolve("verified.txt"));
        if (line.command().equals(Optional.of("version")) && line.has("--verify")) {
            List<BundleFile> all = features.bundles(platform);
            for (BundleFile bundle : all) {
                verified.verifyAgain(jar(bundle), bundle);
            }
            System.err.println(
                    "opbrief: All " + all.size() + " bundles are those that this version was made with (SHA-256).");
        }
        for (BundleFile bundle : selection.bundles()) {
            verified.verify(jar(bundle), bundle);
        }
        verified.remember();
    }

    private Map<String, String> properties(Map<String, String> asked) {
        Map<String, String> properties = new HashMap<>(platform.properties());
        line.command().ifPresent(command -> properties.put(COMMAND, command));
        if (!asked.isEmpty()) {
            Path user = Path.of(System.getProperty("user.home"));
            String state = url(StateFolder.of(platform, System.getenv(), user));
            asked.forEach((key, value) ->
                    properties.put(key, value.replace("{home}", url(home)).replace("{state}", state)));
        }
        return properties;
    }

    /** Of a folder, be it there or not. */
    private static String url(Path folder) {
        String url = folder.toUri().toString();
        return url.endsWith("/") ? url : url + "/";
    }

    private List<Path> jars(List<BundleFile> bundles) {
        return bundles.stream().map(this::jar).toList();
    }

    private Path jar(BundleFile bundle) {
        return home.resolve("bundles").resolve(bundle.path());
    }

    private boolean debug() {
        return line.has("--debug");
    }

    private int failed(String message, Throwable cause) {
        System.err.println("opbrief: " + message);
        if (debug()) {
            cause.printStackTrace();
        }
        return FAILED;
    }
}
