package org.opbrief.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class NewDataSetDialogTest {

    @Test
    void a_name_is_proposed_from_that_of_the_file() {
        assertEquals("deaths", NewDataSetDialog.proposed("2012-2018 Deaths.csv"));
        assertEquals("falle-nach-landern", NewDataSetDialog.proposed("Fälle nach Ländern.v2.xlsx".replace(".v2", "")));
        assertEquals(
                "ct-accidental-drug-related-dea", NewDataSetDialog.proposed("CT_Accidental_Drug_Related_Deaths.csv"));
        assertEquals("", NewDataSetDialog.proposed("2023.csv"));
    }

    @Test
    void a_name_is_plain_and_free() {
        assertNull(NewDataSetDialog.complaint("traffic-stop ", List.of(Seizures.SET)));
        for (String name : List.of("", "Traffic", "a b", "a--b", "1a", "x".repeat(61))) {
            assertEquals(
                    "Lower case letters, digits and single hyphens, beginning with a letter, 60 at most.",
                    NewDataSetDialog.complaint(name, List.of()));
        }
        assertEquals(
                "There is a data set " + Seizures.SET.id() + " already.",
                NewDataSetDialog.complaint(Seizures.SET.id(), List.of(Seizures.SET)));
    }
}
