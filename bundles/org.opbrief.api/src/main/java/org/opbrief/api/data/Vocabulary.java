package org.opbrief.api.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A named list of words that packs share.
 *
 * @param id lower case letters, digits and hyphens, e.g. {@code nibrs-drug-type}
 * @param title what a reader sees
 * @param description what its words are for; may be empty
 * @param source where the words come from
 * @param leadsTo id of the vocabulary whose terms its entries belong to, e.g. states to divisions; empty if to none
 */
public record Vocabulary(
        String id, String title, String description, String source, Optional<String> leadsTo, List<Entry> entries) {

    public Vocabulary {
        entries = List.copyOf(entries);
    }

    /** Its words, as columns have them. */
    public List<Column.Term> terms() {
        return entries.stream().map(Entry::term).toList();
    }

    /**
     * A word and what is known of it.
     *
     * @param valid when the word is in use
     * @param source where it comes from, if from elsewhere than the whole list; else empty
     * @param belongs to which terms of the other vocabulary it leads: several at one time if it is shared by them
     */
    public record Entry(Column.Term term, Validity valid, String source, List<Belonging> belongs) {

        public Entry {
            belongs = List.copyOf(belongs);
        }
    }

    /** To which term of another vocabulary an entry belongs, and when. */
    public record Belonging(String to, Validity valid) {}

    /**
     * A span of days.
     *
     * @param from the first day; empty if it is not known or does not matter
     * @param until the last day; empty if there is none yet
     */
    public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {

        public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

        public boolean isAlways() {
            return equals(ALWAYS);
        }

        /** Whether both have a day in common. */
        public boolean meets(Validity other) {
            return startsBefore(other) && other.startsBefore(this);
        }

        private boolean startsBefore(Validity other) {
            return from.isEmpty() || other.until.isEmpty() || !from.get().isAfter(other.until.get());
        }

        /** In words, e.g. {@code from 2018-07-08}; empty if always. */
        public String words() {
            String start = from.map(day -> "from " + day).orElse("");
            String end = until.map(day -> "until " + day).orElse("");
            return start.isEmpty() || end.isEmpty() ? start + end : start + " " + end;
        }
    }
}
