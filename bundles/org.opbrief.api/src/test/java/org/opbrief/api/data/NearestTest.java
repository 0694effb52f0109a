package org.opbrief.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> DRUGS = List.of("heroin", "fentanyl", "cocaine");

    @Test
    void a_few_wrong_letters_are_seen_through() {
        assertEquals(Optional.of("fentanyl"), Nearest.to("Fentanil", DRUGS));
        assertEquals(Optional.of("heroin"), Nearest.to("heorin", DRUGS));
        assertEquals(Optional.empty(), Nearest.to("flour", DRUGS));
        assertEquals(Optional.empty(), Nearest.to("", DRUGS));
        assertEquals(Optional.empty(), Nearest.to("x", List.of("a", "xy")));
    }

    @Test
    void of_equally_near_words_it_is_the_first_in_the_alphabet() {
        assertEquals(Optional.of("mass_g"), Nearest.to("mass_x", List.of("mass_t", "mass_g")));
    }

    @Test
    void a_beginning_stands_for_the_only_word_that_goes_on_so() {
        List<String> sets = List.of("border-seizure", "seizure", "border-crossing");
        assertEquals(Optional.of("seizure"), Nearest.to("seiz", sets));
        assertEquals(Optional.empty(), Nearest.to("border", sets));
        assertEquals(Optional.empty(), Nearest.to("se", sets));
        assertEquals(Optional.empty(), Nearest.misspelt("seiz", sets));
    }

    @Test
    void a_message_ends_with_what_was_meant_or_with_what_there_is() {
        assertEquals(". Did you mean \"cocaine\"?", Nearest.hint("cocain", DRUGS));
        assertEquals(". There are heroin, fentanyl and cocaine.", Nearest.hint("flour", DRUGS));
        assertEquals(". There is heroin.", Nearest.hint("flour", List.of("heroin")));
        assertEquals(".", Nearest.hint("flour", List.of()));
    }

    @Test
    void a_long_list_is_cut() {
        List<String> many =
                IntStream.range(10, 25).mapToObj(number -> "n" + number).toList();
        assertEquals("n10, n11, n12, n13, n14, n15, n16, n17, n18, n19, n20, n21 and 3 more", Nearest.list(many));
    }
}
