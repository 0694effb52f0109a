package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Approval;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.ImportResult.Outcome;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Proposal;

/** Each bad file is refused with one sentence and leaves nothing behind. */
class BadFilesTest extends StoreTestCase {

    @AfterEach
    void nothing_was_kept() throws Exception {
        assertFalse(Files.exists(folder().resolve(".staging")));
        assertFalse(Files.exists(folder().resolve("sources")) && store.batches().isEmpty());
    }

    @Test
    void a_file_that_does_not_exist() {
        Path file = temp.resolve("absent.csv");
        assertEquals("There is no file " + file + "; check its name and folder.", refusal(file));
    }

    @Test
    void a_folder() {
        assertEquals(temp + " is a folder; name the file in it that is to be imported.", refusal(temp));
    }

    @Test
    void an_empty_file() throws Exception {
        Path file = file("empty.csv", "");
        assertEquals(file + " is empty; there is nothing to import.", refusal(file));
    }

    @Test
    void a_header_without_rows() throws Exception {
        Path file = file("header.csv", HEADER);
        assertEquals(file + " holds a header and no rows; there is nothing to import.", refusal(file));
    }

    @Test
    void a_pointer_of_git_lfs() throws Exception {
        Path file = file("data.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");
        assertEquals(file + " is only a Git-LFS pointer to the data; fetch them with \"git lfs pull\".", refusal(file));
    }

    @Test
    void text_with_the_name_of_a_workbook() throws Exception {
        Path file = file("seizures.XLSX", HEADER + "S1,IA,2022-06-01,fentanyl,1,\n");
        assertEquals(
                file + " is named like an Excel workbook but holds text; if it is CSV, give it the ending .csv and"
                        + " import it again.",
                refusal(file));
    }

    @Test
    void binary_rubbish() throws Exception {
        byte[] rubbish = new byte[5000];
        new Random(3).nextBytes(rubbish);
        Path file = Files.write(temp.resolve("rubbish.csv"), rubbish);
        assertEquals(
                file + " cannot be imported: it holds binary data of an unknown form; known are csv.", refusal(file));
    }

    @Test
    void text_of_another_form() throws Exception {
        Path file = Files.write(temp.resolve("rows.csv"), "[{\"a\": 1}]".getBytes(StandardCharsets.UTF_8));
        assertEquals(file + " cannot be imported: it holds text of an unknown form; known are csv.", refusal(file));
    }

    @Test
    void columns_under_similar_names_are_guesses_that_a_person_must_agree_to() throws Exception {
        Path file =
                file("wrong.csv", "seizure no,state,date seized,drugs,mass_kg,units\nS1,IA,2022-06-01,fentanyl,1,\n");
        ImportResult declined = load(Sets.seizure(), file);
        assertEquals(Outcome.DECLINED, declined.outcome());
        assertEquals(
                List.of(
                        "The column seizure no is taken for seizure_id, 80 % sure; say that it is right, or give a"
                                + " mapping.",
                        "The column date seized is taken for seized, 60 % sure; say that it is right, or give a mapping.",
                        "The column drugs is taken for drug, 80 % sure; say that it is right, or give a mapping."),
                declined.notes());
        assertEquals(List.of(), store.batches());
        ImportRequest request =
                new ImportRequest(file, Sets.seizure(), DAY, Set.of(), Progress.NONE).approvedBy(Approval.ALWAYS);
        assertEquals(Outcome.IMPORTED, store.importFile(request).outcome());
        assertEquals(List.of("S1|2022-06-01|fentanyl"), rows("SELECT seizure_id, seized, drug FROM seizure"));
        Path next =
                file("next.csv", "seizure no,state,date seized,drugs,mass_kg,units\nS2,IA,2022-06-02,fentanyl,1,\n");
        assertEquals(
                Proposal.Basis.REMEMBERED,
                load(Sets.seizure(), next).plan().proposal().basis());
    }

    @Test
    void a_file_of_another_data_set_altogether() throws Exception {
        DataSet plain =
                Sets.of("plain", List.of(), List.of(), Sets.column("a", ColumnType.TEXT, Column.Constraint.NONE));
        Path file = file("other.csv", "x,y\n1,2\n");
        assertEquals(
                "other.csv does not fit the data set plain: it lacks the column a; say which columns they"
                        + " are (--mapping, or Columns… in the import wizard), rename the headers, or choose another data set.",
                assertThrows(ImportException.class, () -> load(plain, file)).getMessage());
    }

    @Test
    void two_headers_for_one_column() throws Exception {
        Path file =
                file("two.csv", "Seizure ID,seizure-id,state,seized,drug,mass_kg,units\nS1,S1,IA,2022-06-01,ice,1,\n");
        assertEquals(
                "two.csv: both Seizure ID and seizure-id could be the column seizure_id; rename one of them in the"
                        + " file.",
                refusal(file));
    }

    @Test
    void headers_differ_in_case_spaces_and_punctuation_and_unknown_ones_are_noted() throws Exception {
        ImportResult result = load(
                Sets.seizure(),
                file("good.csv", "Seizure-ID,SEIZED,Drug,Mass (KG),Officer,Shift\nS1,2022-06-01,ice,2,x,y\n"));
        assertEquals(
                List.of(
                        "The columns Officer, Shift of good.csv are not part of the data set seizure and left out.",
                        "good.csv has no columns state, units; the values are empty.",
                        "Words of Drug were read as values of drug: \"ice\" (1 row) as methamphetamine."),
                result.notes());
        assertEquals(List.of("S1|null|2.000"), rows("SELECT seizure_id, state, mass_kg FROM seizure"));
    }

    @Test
    void several_columns_may_read_one_header() throws Exception {
        DataSet border = Sets.of(
                "border-seizure",
                List.of(),
                List.of(),
                Sets.reading(
                        "year",
                        ColumnType.INTEGER,
                        0,
                        new Reading(
                                List.of("FY"), java.util.Optional.of("\\s*\\(FYTD\\)"), java.util.Optional.empty())),
                Sets.reading(
                        "running",
                        ColumnType.BOOLEAN,
                        0,
                        new Reading(List.of("FY"), java.util.Optional.empty(), java.util.Optional.of("\\(FYTD\\)"))),
                Sets.reading(
                        "drug",
                        ColumnType.TEXT,
                        0,
                        new Reading(List.of(), java.util.Optional.of("\\s*\\*+$"), java.util.Optional.empty())));
        load(border, file("border.csv", "FY,drug\n2023,Other Drugs**\n2026 (FYTD),Meth\n,Khat *\n"));
        assertEquals(
                List.of("2023|false|Other Drugs", "2026|true|Meth", "null|null|Khat"),
                rows("SELECT year, running, drug FROM border_seizure ORDER BY _line"));
    }

    private String refusal(Path file) {
        return assertThrows(ImportException.class, () -> load(Sets.seizure(), file))
                .getMessage();
    }
}
