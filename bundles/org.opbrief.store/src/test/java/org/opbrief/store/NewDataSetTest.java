package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.ImportResult.Outcome;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.StoreException;

/** Files that begin a data set. */
class NewDataSetTest extends StoreTestCase {
    private static final DataSet NEW = DataSet.undefined("stop");

    @Test
    void columns_have_the_type_of_all_values() throws Exception {
        ImportResult result = begin("Case Number,Stop Date,Age,Weight (lbs),Searched,ZIP,Reason\n"
                + "7,05/28/2023,31,1.25,Y,50309,speed\n"
                + "8,5/1/2023,,12,N,02115,\"a light\n\nthat was red\"\n"
                + "9,12/31/2023 12:00:00 AM,58,,,50309,7\n");
        assertEquals(
                List.of(
                        "case_number text: digits that are a name, as the header says; 0",
                        "stop_date date: all 3 values are days; 0",
                        "age integer: all 2 values are whole numbers; 1",
                        "weight_lbs decimal(6) lb: all 2 values are numbers; 1",
                        "searched boolean: all 2 values are yes or no; 1",
                        "zip text: digits, some with zeros before them; 0",
                        "reason text: words; 0"),
                columns(result));
        assertEquals(Outcome.IMPORTED, result.outcome());
        assertEquals(
                List.of(
                        "7|2023-05-28|31|1.250000|true|50309|2",
                        "8|2023-05-01|null|12.000000|false|02115|3",
                        "9|2023-12-31|58|null|null|50309|6"),
                rows("SELECT case_number, stop_date, age, weight_lbs, searched, zip, _line FROM stop ORDER BY _line"));
        assertEquals("Weight", result.plan().dataSet().columns().get(3).title());
    }

    @Test
    void a_definition_lies_in_the_workspace_and_later_files_fit_it() throws Exception {
        DataSet dataSet = begin("Stop ID,When\nA1,2023-05-28\n").plan().dataSet();
        assertEquals("""
                # A data set of this workspace, begun by an import. It can be edited: titles, descriptions, units, vocabularies,
                # rules; and moved into the folder datasets of a pack.
                id: stop
                title: Stop
                description: Imported from new.csv, with columns and types as they were found there.
                columns:
                  # words
                  stop_id:
                    title: Stop ID
                    type: text
                    headers:
                    - Stop ID
                  # the one value is a day
                  when:
                    title: When
                    type: date
                    headers:
                    - When
                """, Files.readString(definition()));
        ImportResult second = load(dataSet, file("second.csv", "When,Stop ID\n2023-05-29,A2\n"));
        assertEquals(Outcome.IMPORTED, second.outcome());
        assertEquals(List.of("A1|2023-05-28", "A2|2023-05-29"), rows("SELECT stop_id, \"when\" FROM stop ORDER BY 1"));
    }

    @Test
    void one_value_that_is_no_number_makes_a_column_text_and_few_that_are_no_days_are_rejected() throws Exception {
        StringBuilder text = new StringBuilder("badge,seen\n");
        for (int index = 0; index < 199; index++) {
            text.append(index + 100).append(",2023-05-01\n");
        }
        ImportResult result = begin(text + "12A,yesterday\n");
        assertEquals(
                List.of(
                        "badge text: 1 value is neither a number nor a day, e.g. \"12A\"; 0",
                        "seen date: 199 of 200 values are days; 0"),
                columns(result));
        assertEquals(
                List.of("line 201, column seen, value \"yesterday\": is not a date like 2023-05-01"),
                result.problems().stream().map(Object::toString).toList());
    }

    @Test
    void numbers_are_read_as_the_whole_file_writes_them() throws Exception {
        ImportResult result = begin("a;b;c;d;e;f\n"
                + "1,5;1.234;6.19E-3;$1,234.50;12 %;N/A\n".replace(";$1,234.50", ";$1234.50")
                + "1.234,25;7;2;$3;7.5%;4\n");
        assertEquals(
                List.of(
                        "a decimal(6): all 2 values are numbers; 0",
                        "b decimal(6): all 2 values are numbers; 0",
                        "c decimal(6): all 2 values are numbers; 0",
                        "d decimal(6) usd: all 2 values are amounts in dollars; 0",
                        "e decimal(6) percent: all 2 values are percentages; 0",
                        "f integer: the one value is a whole number; 1"),
                columns(result));
        assertEquals(
                List.of("1.500000|0.006190|1234.500000|12.000000|null", "1234.250000|2.000000|3.000000|7.500000|4"),
                rows("SELECT a, c, d, e, f FROM stop ORDER BY _line"));
        assertTrue(result.notes().contains("1 value of f like \"N/A\", \"-\" or \"null\" count as blank."));
    }

    @Test
    void points_part_thousands_where_the_file_has_decimal_commas() throws Exception {
        ImportResult result = begin("price;pieces;all\n12,50;1.200;1.234.567\n3;7;8\n");
        assertEquals(
                List.of("12.500000|1200.000000|1234567.000000", "3.000000|7.000000|8.000000"),
                rows("SELECT price, pieces, \"all\" FROM stop ORDER BY _line"));
        assertTrue(
                result.notes()
                        .contains(
                                "The numbers of the column pieces could have a decimal comma or commas between thousands; they were"
                                        + " read with a decimal comma, like those of the column price. If that is wrong, remove the batch,"
                                        + " write numbers like 1234.5 and import again."),
                result.notes().toString());
    }

    @Test
    void days_may_have_a_time_or_be_written_by_a_known_pattern() throws Exception {
        ImportResult result = begin("seen;entered;day\n"
                + "2023-05-28T13:45:00;28.05.2023;20230528\n"
                + "2023-05-29 00:00:00;1.6.2023;20230601\n");
        assertEquals(
                List.of(
                        "seen date: all 2 values are days; 0",
                        "entered date: all 2 values are days like d.M.yyyy; 0",
                        "day date: all 2 values are days like yyyyMMdd; 0"),
                columns(result));
        assertEquals(
                List.of("2023-05-28|2023-05-28|2023-05-28", "2023-05-29|2023-06-01|2023-06-01"),
                rows("SELECT seen, entered, day FROM stop ORDER BY _line"));
        assertTrue(result.notes()
                .contains("1 day of seen has a time of day, which is left out; the copy of the file keeps it."));
        load(result.plan().dataSet(), file("b.csv", "seen;entered;day\n2023-06-02;2.6.2023;20230602\n"));
        assertEquals(List.of("3"), rows("SELECT count(entered) FROM stop"));
    }

    @Test
    void days_of_both_orders_make_a_column_text() throws Exception {
        assertEquals(
                List.of("seen text: values of several kinds; 0"),
                columns(begin("seen\n5/28/2023\n28/5/2023\n5/6/2023\n")));
    }

    @Test
    void names_are_made_clean_and_unique() throws Exception {
        ImportResult result = begin("Größe (kg),Дата,2nd,DeathCity,any,a b,a-b 2,%\n1,2023-05-01,x,y,z,1,2,3\n");
        assertEquals(
                List.of("grosse_kg", "column_2", "n_2nd", "death_city", "column_5", "a_b", "a_b_2", "column_8"),
                result.plan().dataSet().columns().stream().map(Column::name).toList());
        assertEquals("Death City", result.plan().dataSet().columns().get(3).title());
        ImportException alike = assertThrows(
                ImportException.class,
                () -> load(DataSet.undefined("other"), file("alike.csv", "Drug Type,drug_type\n1,2\n")));
        assertEquals(
                "alike.csv: the columns \"Drug Type\" and \"drug_type\" have the same name but for case, spaces and"
                        + " punctuation; rename one of them in the file.",
                alike.getMessage());
    }

    @Test
    void what_is_not_kept_leaves_neither_definition_nor_table() throws Exception {
        assertEquals(Outcome.CHECKED, begin("a\n1\n", Option.DRY_RUN).outcome());
        ImportRequest request = new ImportRequest(file("new.csv", "a\n1\n"), NEW, DAY, Set.of(), Progress.NONE)
                .approvedBy(plan -> false);
        assertEquals(Outcome.DECLINED, store.importFile(request).outcome());
        assertThrows(ImportException.class, () -> load(NEW, file("empty.csv", "a\n")));
        assertFalse(Files.exists(folder().resolve("datasets")));
        assertThrows(StoreException.class, () -> rows("SELECT * FROM stop"));
        reopen();
        assertFalse(Files.exists(folder().resolve("datasets")));
    }

    @Test
    void a_data_set_is_begun_once() throws Exception {
        begin("a\n1\n");
        ImportException again = assertThrows(ImportException.class, () -> load(NEW, file("b.csv", "b\n1\n")));
        assertEquals(
                "The workspace has a data set stop already; import the file as that one, or give the new one another name.",
                again.getMessage());
        store.remove(1);
        assertTrue(Files.exists(definition()), "the definition outlives its batches");
        assertThrows(ImportException.class, () -> load(NEW, file("b.csv", "b\n1\n")));
    }

    @Test
    void a_data_set_without_batches_is_removed_with_its_table_and_mappings() throws Exception {
        ImportResult first = begin("seen\n28.05.2023\n");
        store.prepare(List.of(first.plan().dataSet()));
        assertEquals(
                "The workspace has a batch of stop; remove it first.",
                assertThrows(StoreException.class, () -> store.removeDataSet("stop"))
                        .getMessage());
        store.remove(1);
        store.removeDataSet("stop");
        assertFalse(Files.exists(folder().resolve("datasets")));
        assertThrows(StoreException.class, () -> rows("SELECT * FROM stop"));
        assertEquals(
                "The workspace does not define a data set stop; only those that it defines itself can be removed, others"
                        + " come and go with their packs.",
                assertThrows(StoreException.class, () -> store.removeDataSet("stop"))
                        .getMessage());
        begin("seen\nnever\n");
        assertEquals(List.of("never"), rows("SELECT seen FROM stop"));
    }

    @Test
    void a_definition_that_was_committed_becomes_its_file_at_the_next_opening() throws Exception {
        begin("a\n1\n");
        String yaml = Files.readString(definition());
        store.close();
        Files.delete(definition());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder().resolve("opbrief.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO _opbrief.definition VALUES ('stop', " + Sql.text(yaml) + ")");
        }
        Files.writeString(folder().resolve("datasets/other.yaml.new"), "never committed");
        store = open();
        assertEquals(yaml, Files.readString(definition()));
        assertFalse(Files.exists(folder().resolve("datasets/other.yaml.new")));
    }

    private Path definition() {
        return folder().resolve("datasets/stop.yaml");
    }

    private ImportResult begin(String content, Option... options) throws Exception {
        return load(NEW, file("new.csv", content), options);
    }

    /** Name, type, scale and unit, why, and the number of blanks. */
    private static List<String> columns(ImportResult result) {
        return result.plan().begun().stream()
                .map(begun -> begun.column().name() + " "
                        + begun.column().type().name().toLowerCase(java.util.Locale.ROOT)
                        + (begun.column().scale() > 0 ? "(" + begun.column().scale() + ")" : "")
                        + begun.column().unit().map(unit -> " " + unit.id()).orElse("") + ": " + begun.why() + "; "
                        + begun.blanks())
                .toList();
    }
}
