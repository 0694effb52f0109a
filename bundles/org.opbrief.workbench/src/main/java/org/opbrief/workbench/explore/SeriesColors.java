package org.opbrief.workbench.explore;

import java.util.List;
import org.eclipse.swt.graphics.Color;

/** Colors that are told apart, and seen on light and dark grounds. */
final class SeriesColors {
    private static final List<Color> COLORS = List.of(
            new Color(46, 109, 164),
            new Color(214, 137, 16),
            new Color(46, 139, 87),
            new Color(192, 57, 43),
            new Color(142, 108, 190),
            new Color(20, 160, 175));

    private SeriesColors() {}

    /** @param series number of the series, from 0 */
    static Color of(int series) {
        return COLORS.get(series % COLORS.size());
    }
}
