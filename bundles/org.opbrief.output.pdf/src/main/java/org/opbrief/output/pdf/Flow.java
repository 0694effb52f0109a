package org.opbrief.output.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;

/**
 * The content of a briefing as a row of records, each printed by one band of the design. Records are gathered in units:
 * a heading and what belongs below it. A unit starts on the next page if the room that it asks for is not left on this.
 */
final class Flow {
    static final String UNIT = "unit";
    static final String TABLE = "table";
    static final String HEADING = "heading";
    static final String ANCHOR = "anchor";
    /** Begins the names of Boolean fields: whether the record is printed by the band of that name. */
    static final String IS = "is_";
    /** Begins the names of Boolean fields: whether a heading of that level stands above the unit. */
    static final String LEVEL = "level_";
    /** Begins the names of fields that change with each unit that asks for as much room. */
    static final String ROOM = "room_";

    private static final int ROOM_STEP = 30;
    private static final int LEAST_ROOM = 30;
    /** For a heading and what is above and below it. */
    private static final int HEADING_ROOM = 45;

    private static final class Unit {
        private final int number;
        private final int level;
        private final Map<String, Object> heading;
        private int room;

        Unit(int number, int level, Map<String, Object> heading) {
            this.number = number;
            this.level = level;
            this.heading = heading;
        }

        int room(int most) {
            int wanted = Math.max(LEAST_ROOM, room) + (level > 0 ? HEADING_ROOM : 0);
            return Math.min(most, (wanted + ROOM_STEP - 1) / ROOM_STEP * ROOM_STEP);
        }
    }

    private record Entry(String band, Unit unit, int table, Map<String, Object> values) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Object> always = new HashMap<>();
    private Unit unit = new Unit(0, 0, Map.of());
    private int table;
    private int mostRoom;

    /** What follows is a unit of its own. */
    void unit() {
        unit = new Unit(unit.number + 1, 0, Map.of());
    }

    /** What follows is a unit of its own, under a heading of level 2 to 6. */
    void unit(int level, String text) {
        int number = unit.number + 1;
        unit = new Unit(number, level, Map.of(HEADING, text, ANCHOR, "s" + number));
    }

    /** The unit wants that much more room on the page that it starts on, in points. */
    void room(int points) {
        unit.room += points;
    }

    /** What follows is the body of another table. */
    void table() {
        table++;
    }

    void add(String band, Map<String, Object> values) {
        entries.add(new Entry(band, unit, table, values));
    }

    /** A value that a field has in all records that have no other. */
    void always(String field, Object value) {
        always.put(field, value);
    }

    /**
     * All rooms that units ask for, the largest first.
     *
     * @param most room of an empty page; JasperReports would look for a page with more for ever
     */
    Set<Integer> rooms(int most) {
        mostRoom = most;
        Set<Integer> rooms = new TreeSet<>(Comparator.reverseOrder());
        entries.forEach(entry -> rooms.add(entry.unit.room(most)));
        return rooms;
    }

    JRDataSource source() {
        return new Source(entries, always, mostRoom);
    }

    private static final class Source implements JRDataSource {
        private final List<Entry> entries;
        private final Map<String, Object> always;
        private final int mostRoom;
        private final Map<Integer, Integer> last = new HashMap<>();
        private int next;

        Source(List<Entry> entries, Map<String, Object> always, int mostRoom) {
            this.entries = entries;
            this.always = always;
            this.mostRoom = mostRoom;
        }

        @Override
        public boolean next() {
            return next++ < entries.size();
        }

        @Override
        public Object getFieldValue(JRField field) {
            Entry entry = entries.get(next - 1);
            String name = field.getName();
            if (name.startsWith(IS)) {
                return entry.band.equals(name.substring(IS.length()));
            }
            if (name.startsWith(LEVEL)) {
                return entry.unit.level == Integer.parseInt(name.substring(LEVEL.length()));
            }
            if (name.startsWith(ROOM)) {
                return lastUnit(Integer.parseInt(name.substring(ROOM.length())), entry.unit);
            }
            return switch (name) {
                case UNIT -> entry.unit.number;
                case TABLE -> entry.table;
                case HEADING -> entry.unit.heading.get(name);
                case ANCHOR -> entry.values.getOrDefault(name, entry.unit.heading.get(name));
                default -> entry.values.getOrDefault(name, always.get(name));
            };
        }

        /** Number of the last unit up to this one that asked for that room. */
        private int lastUnit(int room, Unit unit) {
            if (unit.room(mostRoom) == room) {
                last.put(room, unit.number);
            }
            return last.getOrDefault(room, 0);
        }
    }
}
