package org.opbrief.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.Column.Term;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;

/** Made-up seizures of twelve columns, some 90 bytes a row, and the data set that they belong to. */
final class SeizureFile {
    static final List<String> DIVISIONS = List.of(
            "Atlanta",
            "Caribbean",
            "Chicago",
            "Dallas",
            "Detroit",
            "El Paso",
            "Houston",
            "Los Angeles",
            "Louisville",
            "Miami",
            "New England",
            "New Jersey",
            "New Orleans",
            "New York",
            "Omaha",
            "Philadelphia",
            "Phoenix",
            "Rocky Mountain",
            "San Diego",
            "San Francisco",
            "Seattle",
            "St. Louis",
            "Washington");
    static final List<String> STATES =
            List.of(("AL AK AZ AR CA CO CT DE DC FL GA GU HI ID IL IN IA KS KY LA ME MD MA MI MN"
                            + " MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA VI WA WV WI WY")
                    .split(" "));
    static final List<String> DRUGS = List.of("fentanyl", "methamphetamine", "heroin", "cocaine", "marijuana", "other");
    static final List<String> FORMS = List.of("pill", "powder", "crystal", "liquid", "plant", "other");

    private SeizureFile() {}

    static void write(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        LocalDate start = LocalDate.of(2018, 1, 1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("seizure_id,investigation_id,operation,division,state,seized,drug,form,mass_kg,units,purity,lots\n");
            for (int row = 1; row <= rows; row++) {
                String form = FORMS.get(random.nextInt(FORMS.size()));
                boolean pill = form.equals("pill");
                String operation = random.nextInt(3) == 0 ? "Operation Last Mile" : "";
                out.write("SEIZURE-" + (10_000_000 + row) + ",INV-" + (1_000_000 + random.nextInt(100_000)) + ","
                        + operation + "," + DIVISIONS.get(random.nextInt(DIVISIONS.size())) + ","
                        + STATES.get(random.nextInt(STATES.size())) + "," + start.plusDays(random.nextInt(2190)) + ","
                        + DRUGS.get(random.nextInt(DRUGS.size())) + "," + form + ","
                        + (pill ? "" : BigDecimal.valueOf(random.nextInt(200_000), 3)) + ","
                        + (pill ? random.nextInt(20_000) : "") + ","
                        + BigDecimal.valueOf(random.nextInt(1_000), 1) + "," + random.nextInt(40) + "\n");
            }
        }
    }

    static DataSet dataSet() {
        Constraint required = new Constraint(true, Optional.empty(), Optional.empty(), List.of());
        Constraint notNegative = new Constraint(false, Optional.of(BigDecimal.ZERO), Optional.empty(), List.of());
        List<Column> columns = List.of(
                column("seizure_id", ColumnType.TEXT, required),
                column("investigation_id", ColumnType.TEXT, Constraint.NONE),
                column("operation", ColumnType.TEXT, Constraint.NONE),
                column("division", ColumnType.TEXT, words(DIVISIONS)),
                column("state", ColumnType.TEXT, words(STATES)),
                column("seized", ColumnType.DATE, required),
                column("drug", ColumnType.TEXT, words(DRUGS)),
                column("form", ColumnType.TEXT, words(FORMS)),
                column("mass_kg", ColumnType.DECIMAL, notNegative),
                column("units", ColumnType.INTEGER, notNegative),
                column("purity", ColumnType.DECIMAL, notNegative),
                column("lots", ColumnType.INTEGER, notNegative));
        DataSet.Rule pills =
                new DataSet.Rule("a seizure of pills needs units", Map.of("form", "pill"), List.of("units"), List.of());
        DataSet.Rule amount =
                new DataSet.Rule("a seizure needs a mass or units", Map.of(), List.of(), List.of("mass_kg", "units"));
        return new DataSet("seizure", "Seizures", "", "", columns, List.of("seizure_id"), List.of(pills, amount));
    }

    private static Column column(String name, ColumnType type, Constraint constraint) {
        int scale = type == ColumnType.DECIMAL ? 3 : 0;
        return new Column(name, name, "", type, scale, Optional.empty(), Reading.PLAIN, constraint);
    }

    private static Constraint words(List<String> values) {
        List<Term> terms =
                values.stream().map(value -> new Term(value, value, List.of())).toList();
        return new Constraint(true, Optional.empty(), Optional.empty(), terms);
    }
}
