package org.opbrief.sample;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.SampleData.SampleFile;
import org.opbrief.api.data.Unit;

class CsvSampleDataTest {
    private static final Predicate<Map<String, String>> OPERATION =
            row -> row.get("operation").equals("Operation Last Mile");

    private static final Predicate<Map<String, String>> NATION = row -> true;

    @TempDir
    static Path folder;

    private static List<SampleFile> files;
    private static final Map<String, List<Map<String, String>>> DATA = new HashMap<>();

    @BeforeAll
    static void write() throws IOException {
        files = new CsvSampleData().write(folder, 1);
        for (SampleFile file : files) {
            DATA.put(file.dataSet(), read(file.file()));
        }
    }

    private static List<Map<String, String>> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] headers = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            assertEquals(headers.length, fields.length, line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < headers.length; i++) {
                row.put(headers[i], fields[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Predicate<Map<String, String>> division(String name) {
        return row -> row.get("division").equals(name);
    }

    private static Predicate<Map<String, String>> present(String column) {
        return row -> !row.get(column).isEmpty();
    }

    private static Predicate<Map<String, String>> drug(String drug, String form) {
        return row -> row.get("drug").equals(drug) && row.get("form").equals(form);
    }

    private static long count(String dataSet, Predicate<Map<String, String>> where) {
        return DATA.get(dataSet).stream().filter(where).count();
    }

    private static BigDecimal sum(String dataSet, String column, Predicate<Map<String, String>> where) {
        return DATA.get(dataSet).stream()
                .filter(where)
                .map(row -> row.get(column))
                .filter(value -> !value.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void assertBetween(String least, BigDecimal value, String most) {
        assertTrue(
                value.compareTo(new BigDecimal(least)) > 0 && value.compareTo(new BigDecimal(most)) < 0,
                () -> value + " is not between " + least + " and " + most);
    }

    private static BigDecimal pounds(BigDecimal kilograms) {
        return Unit.KILOGRAM.convert(kilograms, Unit.POUND);
    }

    /** Share of pills with 2 mg or more 0.60, purity of powder 0.113, 2 mg a dose. */
    private static BigDecimal doses(Predicate<Map<String, String>> where) {
        BigDecimal pills = sum("seizure", "units", where.and(drug("fentanyl", "pill")));
        BigDecimal kilograms = sum("seizure", "mass_kg", where.and(drug("fentanyl", "powder")));
        return pills.multiply(new BigDecimal("0.60")).add(kilograms.multiply(new BigDecimal("56500")));
    }

    @Test
    void the_nation_has_the_published_totals() {
        assertEquals(1436, count("investigation", OPERATION));
        assertEquals(3337, count("arrest", OPERATION));
        assertEquals(new BigDecimal("8497"), sum("firearm", "quantity", OPERATION));
        assertBetween("43900000", sum("seizure", "units", OPERATION.and(drug("fentanyl", "pill"))), "44000000");
        assertBetween("6500", pounds(sum("seizure", "mass_kg", OPERATION.and(drug("fentanyl", "powder")))), "6510");
        BigDecimal meth =
                sum("seizure", "mass_kg", OPERATION.and(row -> row.get("drug").equals("methamphetamine")));
        assertBetween("91000", pounds(meth), "91400");
        assertBetween("100000000", sum("currency", "value_usd", OPERATION), "101000000");
        assertBetween("192900000", doses(OPERATION), "193000000");
        long online =
                count("investigation", OPERATION.and(present("social_media").or(present("encrypted_app"))));
        assertEquals(1127, online);
    }

    @Test
    void omaha_has_the_published_totals_and_55_percent_more_meth_in_2022_than_in_2018() {
        Predicate<Map<String, String>> omaha = division("Omaha");
        assertEquals(26, count("investigation", OPERATION.and(omaha)));
        assertEquals(87, count("arrest", OPERATION.and(omaha)));
        assertEquals(new BigDecimal("60"), sum("firearm", "quantity", OPERATION.and(omaha)));
        Predicate<Map<String, String>> meth = omaha.and(row -> row.get("drug").equals("methamphetamine"));
        BigDecimal of2018 =
                sum("seizure", "mass_kg", meth.and(row -> row.get("seized").startsWith("2018")));
        BigDecimal of2022 =
                sum("seizure", "mass_kg", meth.and(row -> row.get("seized").startsWith("2022")));
        assertEquals(new BigDecimal("612.340"), of2018);
        assertEquals(0, of2018.multiply(new BigDecimal("1.55")).compareTo(of2022), of2022::toString);
        Set<String> states = DATA.get("seizure").stream()
                .filter(omaha)
                .map(row -> row.get("state"))
                .collect(toSet());
        assertEquals(Set.of("IA", "MN", "NE", "ND", "SD"), states);
    }

    @Test
    void rocky_mountain_has_the_published_totals() {
        Predicate<Map<String, String>> mine = OPERATION.and(division("Rocky Mountain"));
        assertEquals(72, count("investigation", mine));
        assertEquals(
                60, count("investigation", mine.and(row -> row.get("cartel").equals("sinaloa"))));
        assertEquals(
                12, count("investigation", mine.and(row -> row.get("cartel").equals("jalisco"))));
        assertEquals(65, count("arrest", mine));
        assertBetween("375000", sum("seizure", "units", mine.and(drug("fentanyl", "pill"))), "376000");
        assertEquals(new BigDecimal("11.340"), sum("seizure", "mass_kg", mine.and(drug("fentanyl", "powder"))));
        assertEquals(new BigDecimal("57.153"), sum("seizure", "mass_kg", mine.and(row -> row.get("drug")
                .equals("methamphetamine"))));
        assertBetween("100", sum("firearm", "quantity", mine), "110");
        assertBetween("1800000", sum("currency", "value_usd", mine), "1850000");
        assertBetween("865000", doses(mine), "866000");
        assertEquals(17, count("investigation", mine.and(present("social_media"))));
        assertEquals(25, count("investigation", mine.and(present("encrypted_app"))));
    }

    @Test
    void el_paso_has_the_published_totals() {
        Predicate<Map<String, String>> mine = OPERATION.and(division("El Paso"));
        assertEquals(114, count("investigation", mine));
        assertEquals(235, count("arrest", mine));
        assertBetween("1950000", sum("seizure", "units", mine.and(drug("fentanyl", "pill"))), "2000000");
        assertEquals(new BigDecimal("39.463"), sum("seizure", "mass_kg", mine.and(drug("fentanyl", "powder"))));
        assertEquals(new BigDecimal("441.799"), sum("seizure", "mass_kg", mine.and(row -> row.get("drug")
                .equals("methamphetamine"))));
        assertEquals(new BigDecimal("278"), sum("firearm", "quantity", mine));
        assertBetween("4000000", sum("currency", "value_usd", mine), "4100000");
        assertBetween("3000000", doses(mine), "3500000");
        assertEquals(71, count("investigation", mine.and(present("social_media"))));
        assertEquals(51, count("investigation", mine.and(present("encrypted_app"))));
    }

    @Test
    void all_operation_investigations_are_linked_to_one_of_the_two_cartels() {
        assertEquals(1436, count("investigation", OPERATION.and(row -> Set.of("sinaloa", "jalisco")
                .contains(row.get("cartel")))));
    }

    @Test
    void every_event_agrees_with_its_investigation() {
        Map<String, Map<String, String>> investigations = new HashMap<>();
        DATA.get("investigation").forEach(row -> investigations.put(row.get("investigation_id"), row));
        assertEquals(DATA.get("investigation").size(), investigations.size());
        for (String dataSet : List.of("arrest", "seizure", "firearm", "currency")) {
            Set<String> ids = new HashSet<>();
            for (Map<String, String> row : DATA.get(dataSet)) {
                Map<String, String> of = investigations.get(row.get("investigation_id"));
                assertEquals(of.get("operation"), row.get("operation"), row::toString);
                assertEquals(of.get("division"), row.get("division"), row::toString);
                assertEquals(of.get("cartel"), row.getOrDefault("cartel", of.get("cartel")), row::toString);
                String date = row.getOrDefault("seized", row.get("arrested"));
                assertTrue(date.compareTo(of.get("opened")) >= 0, row::toString);
                assertTrue(date.compareTo("2023-05-01") <= 0, row::toString);
                if (OPERATION.test(row)) {
                    assertTrue(date.compareTo("2022-05-01") >= 0, row::toString);
                }
                assertTrue(ids.add(row.values().iterator().next()), row::toString);
            }
        }
    }

    @Test
    void all_divisions_and_all_years_occur_in_every_file() {
        for (List<Map<String, String>> rows : DATA.values()) {
            assertEquals(
                    23, rows.stream().map(row -> row.get("division")).distinct().count());
            Set<String> years = rows.stream()
                    .map(row -> Stream.of("opened", "arrested", "seized")
                            .map(row::get)
                            .filter(date -> date != null)
                            .findFirst()
                            .orElseThrow()
                            .substring(0, 4))
                    .collect(toSet());
            assertEquals(Set.of("2018", "2019", "2020", "2021", "2022", "2023"), years);
        }
        Set<String> states =
                DATA.get("seizure").stream().map(row -> row.get("state")).collect(toSet());
        assertEquals(53, states.size(), states::toString);
    }

    @Test
    void pills_are_counted_and_all_else_is_weighed() {
        for (Map<String, String> row : DATA.get("seizure")) {
            boolean pill = row.get("form").equals("pill");
            assertEquals(pill, !row.get("units").isEmpty(), row::toString);
            assertTrue(pill || new BigDecimal(row.get("mass_kg")).signum() > 0, row::toString);
        }
    }

    @Test
    void fentanyl_grows_from_year_to_year_in_the_nation_and_in_omaha() {
        for (Predicate<Map<String, String>> where : List.of(NATION, division("Omaha"))) {
            assertGrows("units", where.and(drug("fentanyl", "pill")));
            assertGrows("mass_kg", where.and(drug("fentanyl", "powder")));
        }
    }

    private static void assertGrows(String column, Predicate<Map<String, String>> where) {
        BigDecimal before = BigDecimal.ZERO;
        for (int year = 2018; year <= 2022; year++) {
            String start = String.valueOf(year);
            BigDecimal amount =
                    sum("seizure", column, where.and(row -> row.get("seized").startsWith(start)));
            assertTrue(amount.compareTo(before) > 0, () -> start + " " + column);
            before = amount;
        }
    }

    @Test
    void the_files_say_what_they_are_and_how_many_rows_they_have() {
        assertEquals(
                List.of("investigation", "arrest", "seizure", "firearm", "currency"),
                files.stream().map(SampleFile::dataSet).toList());
        for (SampleFile file : files) {
            assertEquals(DATA.get(file.dataSet()).size(), file.rows());
            assertEquals(LocalDate.of(2023, 5, 1), file.asOf());
        }
        assertTrue(DATA.get("seizure").size() < 15_000);
    }

    @Test
    void two_runs_give_the_same_bytes_and_leave_nothing_else(@TempDir Path second) throws IOException {
        for (SampleFile file : new CsvSampleData().write(second, 1)) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve(file.file().getFileName())),
                    Files.readAllBytes(file.file()),
                    file.toString());
        }
        try (Stream<Path> all = Files.list(second)) {
            assertEquals(5, all.count());
        }
    }

    @Test
    void a_scale_repeats_every_row_under_new_ids(@TempDir Path scaled) throws IOException {
        for (SampleFile file : new CsvSampleData().write(scaled, 3)) {
            List<Map<String, String>> once = DATA.get(file.dataSet());
            List<Map<String, String>> thrice = read(file.file());
            assertEquals(once.size() * 3L, file.rows());
            assertEquals(once.size() * 3, thrice.size());
            Set<String> ids = new HashSet<>();
            int investigations = DATA.get("investigation").size();
            for (int i = 0; i < thrice.size(); i++) {
                Map<String, String> row = new LinkedHashMap<>(thrice.get(i));
                Map<String, String> original = new LinkedHashMap<>(once.get(i % once.size()));
                assertTrue(ids.add(row.values().iterator().next()));
                long copy = i / once.size();
                assertEquals(
                        number(original.remove("investigation_id")) + copy * investigations,
                        number(row.remove("investigation_id")));
                for (String own : List.of("arrest_id", "seizure_id", "exhibit_id")) {
                    row.remove(own);
                    original.remove(own);
                }
                assertEquals(original, row);
            }
        }
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    @Test
    void a_scale_below_one_is_refused(@TempDir Path none) {
        assertThrows(IllegalArgumentException.class, () -> new CsvSampleData().write(none, 0));
    }
}
