package org.opbrief.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileColumn;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Proposal;
import org.osgi.service.component.annotations.Component;

/** Mappings that a workspace keeps in {@code mappings/}, one file for each data set and list of headers. */
@Component
public final class WorkspaceMappings implements Mappings {
    private static final int DIGITS = 16;

    @Override
    public Proposal propose(Path workspace, String file, DataSet dataSet, List<FileColumn> columns)
            throws ImportException {
        Optional<Proposal> kept = remembered(workspace, dataSet, columns);
        return kept.isPresent() ? kept.get() : new Proposals(file, dataSet).of(columns);
    }

    @Override
    public Proposal sketch(Path workspace, String file, DataSet dataSet, List<FileColumn> columns)
            throws ImportException {
        Optional<Proposal> kept = remembered(workspace, dataSet, columns);
        return kept.isPresent() ? kept.get() : new Proposals(file, dataSet).sketch(columns);
    }

    @Override
    public Mapping.FromHeader chosen(Column column, String header) {
        return Headers.inItsUnit(column, header);
    }

    private static Optional<Proposal> remembered(Path workspace, DataSet dataSet, List<FileColumn> columns)
            throws ImportException {
        Path kept = kept(
                workspace,
                dataSet.id(),
                columns.stream().map(FileColumn::header).toList());
        if (!Files.exists(kept)) {
            return Optional.empty();
        }
        Mapping mapping = new MappingReader(kept, dataSet).read().mapping();
        Map<String, Double> certain = new HashMap<>();
        mapping.fields().keySet().forEach(column -> certain.put(column, 1.0));
        return Optional.of(new Proposal(mapping, Proposal.Basis.REMEMBERED, certain));
    }

    @Override
    public void remember(Path workspace, List<String> headers, Mapping mapping) throws IOException {
        Path kept = kept(workspace, mapping.dataSet(), headers);
        Files.createDirectories(kept.getParent());
        Path beside = kept.resolveSibling(kept.getFileName() + ".new");
        try {
            Files.writeString(beside, new MappingText().of(new Saved(mapping, Map.of())));
            Files.move(beside, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    @Override
    public void forget(Path workspace, String dataSet) throws IOException {
        Path folder = workspace.resolve("mappings");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, dataSet + "-*.yaml")) {
            for (Path file : files) {
                // the id of another data set may begin with this one
                if (file.getFileName().toString().matches(dataSet + "-[0-9a-f]{" + DIGITS + "}\\.yaml")) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public Saved read(Path file, DataSet dataSet) throws ImportException {
        return new MappingReader(file, dataSet).read();
    }

    @Override
    public String text(ImportPlan plan) {
        String text = new MappingText().of(plan);
        return plan.begun().isEmpty()
                ? text
                : new DefinitionText().of(plan) + "\n" + text.replaceAll("(?m)^(?=.)", "# ");
    }

    @Override
    public String definition(ImportPlan plan) {
        return new DefinitionText().of(plan);
    }

    @Override
    public String text(Saved saved) {
        return new MappingText().of(saved);
    }

    private static Path kept(Path workspace, String dataSet, List<String> headers) {
        return workspace.resolve("mappings").resolve(dataSet + "-" + signature(headers) + ".yaml");
    }

    private static String signature(List<String> headers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String header : headers) {
                digest.update(header.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
