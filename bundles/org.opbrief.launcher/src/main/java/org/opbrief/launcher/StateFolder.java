package org.opbrief.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the windows' sizes and the like are kept for a user: what no workspace holds, and what cannot be made again. */
final class StateFolder {

    private StateFolder() {}

    /** As each system has it: the XDG rules, the library, the application data. */
    static Path of(Platform platform, Map<String, String> environment, Path home) {
        Path folder =
                switch (platform.os()) {
                    case "win32" -> given(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
                    case "macosx" -> home.resolve("Library/Application Support");
                    default -> given(environment, "XDG_STATE_HOME").orElse(home.resolve(".local/state"));
                };
        return folder.resolve("opbrief").toAbsolutePath();
    }

    private static Optional<Path> given(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
