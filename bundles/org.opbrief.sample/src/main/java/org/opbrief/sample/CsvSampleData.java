package org.opbrief.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.opbrief.api.data.SampleData;
import org.osgi.service.component.annotations.Component;

/** Writes {@link Sample} as five CSV files: UTF-8, comma, line feed. */
@Component
public final class CsvSampleData implements SampleData {

    @Override
    public List<SampleFile> write(Path folder, int scale) throws IOException {
        if (scale < 1) {
            throw new IllegalArgumentException("The scale is 1 or more: " + scale);
        }
        Sample sample = Sample.operationLastMile();
        List<Case> cases = sample.cases().stream()
                .sorted(Comparator.comparing(Case::opened))
                .toList();
        Map<Case, Integer> numbers = new IdentityHashMap<>();
        cases.forEach(of -> numbers.put(of, numbers.size()));
        List<ScaledFile.Row> investigations = cases.stream()
                .map(of -> new ScaledFile.Row(numbers.get(of), investigation(of)))
                .toList();
        Files.createDirectories(folder);
        ScaledFile files = new ScaledFile(folder, scale, cases.size());
        return List.of(
                files.write(
                        "investigations.csv",
                        "investigation",
                        "investigation_id,operation,division,opened,cartel,social_media,encrypted_app",
                        "",
                        investigations),
                files.write(
                        "arrests.csv",
                        "arrest",
                        "arrest_id,investigation_id,operation,division,state,arrested,cartel",
                        "ARR-",
                        rows(sample.arrests(), numbers)),
                files.write(
                        "seizures.csv",
                        "seizure",
                        "seizure_id,investigation_id,operation,division,state,seized,drug,form,mass_kg,units",
                        "SEZ-",
                        rows(
                                sample.seizures().values().stream()
                                        .flatMap(List::stream)
                                        .toList(),
                                numbers)),
                files.write(
                        "firearms.csv",
                        "firearm",
                        "exhibit_id,investigation_id,operation,division,state,seized,kind,quantity",
                        "FIR-",
                        rows(sample.firearms(), numbers)),
                files.write(
                        "currency.csv",
                        "currency",
                        "exhibit_id,investigation_id,operation,division,state,seized,kind,value_usd",
                        "CUR-",
                        rows(sample.currency(), numbers)));
    }

    private static String investigation(Case of) {
        return String.join(
                ",",
                of.operation(),
                of.division().name(),
                of.opened().toString(),
                of.cartel(),
                of.socialMedia(),
                of.encryptedApp());
    }

    private static List<ScaledFile.Row> rows(List<Event> events, Map<Case, Integer> numbers) {
        return events.stream()
                .sorted(Comparator.comparing(Event::date))
                .map(event -> new ScaledFile.Row(
                        numbers.get(event.of()),
                        String.join(
                                ",",
                                event.of().operation(),
                                event.of().division().name(),
                                event.state(),
                                event.date().toString(),
                                event.detail())))
                .toList();
    }
}
