package org.opbrief.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Desktop;

/** Notes what it was to show. */
final class FakeDesktop implements Desktop {
    record Shown(Optional<Path> named, Path usual) {}

    final List<Shown> shown = new ArrayList<>();
    Optional<String> complaint = Optional.empty();

    @Override
    public Optional<String> show(Optional<Path> named, Path usual) {
        shown.add(new Shown(named, usual));
        return complaint;
    }
}
