package org.opbrief.workbench.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Houses;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.Seal;

/** The agency of a workspace in memory; images whose names begin with "bad" are none. */
final class OneAgency implements Houses {
    final List<House> kept = new ArrayList<>();
    House house = House.NONE;
    Optional<String> damage = Optional.empty();
    Optional<String> obstacle = Optional.empty();
    private final byte[] picture;

    /** @param picture of every seal, PNG */
    OneAgency(byte[] picture) {
        this.picture = picture;
    }

    @Override
    public House of(Path workspace) throws ReportException {
        throwIf(damage);
        return house;
    }

    @Override
    public void keep(Path workspace, House next) throws ReportException {
        throwIf(obstacle);
        kept.add(next);
    }

    @Override
    public Seal seal(Path image) throws ReportException {
        throwIf(Optional.of("The seal " + image + " is no PNG or JPEG image.")
                .filter(sentence -> image.toString().startsWith("bad")));
        return new Seal(picture, 48, 48);
    }

    private static void throwIf(Optional<String> sentence) throws ReportException {
        if (sentence.isPresent()) {
            throw new ReportException(sentence.get());
        }
    }
}
