package org.opbrief.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opbrief.api.data.StoreException;

class RowPagesTest {
    private static final long LINES = 2_500;
    private static MemoryStore store;

    @BeforeAll
    static void openStore() {
        store = Seizures.store(LINES);
    }

    @AfterAll
    static void closeStore() throws StoreException {
        store.close();
    }

    private static RowPages pages(RowView view) throws FilterException {
        return RowPages.of(store, view, 400);
    }

    private static RowView all() {
        return RowView.all(Seizures.SET);
    }

    private static List<String> expected(String where, String order) throws StoreException {
        return store.read(
                "select seizure_id from drug_seizure where " + where + " order by " + order, List.of(), results -> {
                    List<String> ids = new ArrayList<>();
                    while (results.next()) {
                        ids.add(results.getString(1));
                    }
                    return ids;
                });
    }

    private static List<String> every(RowPages pages) throws StoreException {
        List<String> ids = new ArrayList<>();
        for (long page = 0; page * RowPages.PAGE < pages.count(); page++) {
            pages.page(page).forEach(row -> ids.add((String) row.values().get(0)));
        }
        return ids;
    }

    @Test
    void rowsComeInTheOrderOfTheImportWithTheirLineAndTypedValues() throws Exception {
        Row row = pages(all()).page(0).get(2);

        assertEquals(1, row.batch());
        assertEquals(4, row.line());
        assertEquals(
                List.of(
                        "S-1-4",
                        "Division 1",
                        LocalDate.of(2018, 5, 5),
                        "fentanyl",
                        new BigDecimal("200.875"),
                        52L,
                        true),
                row.values());
        assertEquals(null, pages(all()).page(0).get(1).values().get(4));
    }

    @Test
    void allPagesTogetherAreAllRowsInOrder() throws Exception {
        RowPages pages = pages(all());
        assertEquals(3 * LINES / 5 * 4, pages.count());
        assertEquals(expected("true", "_batch, _line"), every(pages));
    }

    @ParameterizedTest
    @CsvSource({
        "division, false",
        "division, true",
        "mass_kg, false",
        "mass_kg, true",
        "seized, true",
        "lab, true",
        "units, false"
    })
    void aSortedViewHasItsEmptyValuesLastAndIsStable(String column, boolean descending) throws Exception {
        RowPages pages = pages(all().ordered(Optional.of(new RowView.Order(column, descending))));
        List<String> expected =
                expected("true", column + " is null, " + column + (descending ? " desc" : "") + ", _batch, _line");
        // from its end, where only marks lead to
        assertEquals(
                expected.subList(5_800, 6_000),
                pages.page(29).stream().map(row -> row.values().get(0)).toList());
        assertEquals(expected, every(pages));
    }

    @ParameterizedTest
    @CsvSource({
        "division, sion 3, division = 'Division 3'",
        "division, =division 3, division = 'Division 3'",
        "division, <>Division 3, division <> 'Division 3'",
        "drug, amphet, drug = 'meth'",
        "drug, =ice, drug = 'meth'",
        "drug, %, false",
        "seized, 2019-05, seized >= date '2019-05-01' and seized <= date '2019-05-31'",
        "seized, >2022, seized > date '2022-12-31'",
        "seized, 2019..2020, seized >= date '2019-01-01' and seized <= date '2020-12-31'",
        "seized, 2018-05-05, seized = date '2018-05-05'",
        "mass_kg, '> 1,000', mass_kg > 1000",
        "mass_kg, 200.875, mass_kg = 200.875",
        "mass_kg, =, mass_kg is null",
        "mass_kg, <>, mass_kg is not null",
        "units, 10..20, units between 10 and 20",
        "units, <>52, units is null or units <> 52",
        "lab, yes, lab",
        "lab, <>yes, lab is null or not lab",
        "division, '\"; drop table x; --', false",
    })
    void aFilterShowsTheRowsThatItMeans(String column, String text, String where) throws Exception {
        RowPages pages = pages(all().filtered(column, text));
        List<String> expected = expected(where, "_batch, _line");
        assertEquals(expected.size(), pages.count());
        assertEquals(expected, every(pages));
    }

    @Test
    void filtersOrderAndBatchGoTogether() throws Exception {
        RowPages pages = pages(all().inBatch(2)
                .filtered("drug", "fent")
                .filtered("lab", "yes")
                .ordered(Optional.of(new RowView.Order("mass_kg", true))));
        assertEquals(
                expected("_batch = 2 and drug = 'fentanyl' and lab", "mass_kg is null, mass_kg desc, _batch, _line"),
                every(pages));
    }

    @Test
    void aFilterThatIsNoneSaysWhatToWrite() {
        FilterException refused = assertThrows(FilterException.class, () -> pages(all().filtered("mass_kg", "much")));
        assertEquals("Mass: \"much\" is no filter; write e.g. 5, >5, <=5 or 5..10.", refused.getMessage());
        assertThrows(FilterException.class, () -> pages(all().filtered("seized", "2023-02-30")));
        assertThrows(FilterException.class, () -> pages(all().filtered("units", ">")));
    }

    @Test
    void aPageBehindTheLastIsEmpty() throws Exception {
        assertEquals(List.of(), pages(all()).page(10_000));
        assertEquals(List.of(), pages(all().filtered("division", "nowhere")).page(0));
    }

    @Test
    void onlySomePagesAreKept() throws Exception {
        RowPages pages = pages(all());
        for (long page = 0; page < 30; page++) {
            pages.page(page);
        }
        assertTrue(pages.peek(29).isPresent());
        assertTrue(pages.peek(0).isEmpty());
    }
}
