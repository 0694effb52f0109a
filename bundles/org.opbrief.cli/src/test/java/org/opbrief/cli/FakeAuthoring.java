package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.pack.PackAuthoring;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackProblem;

/** Packs in the making whose jar is a copy of {@code pack.yaml}, and wrong where that says so. */
final class FakeAuthoring implements PackAuthoring {
    final List<String> signers = new ArrayList<>();

    @Override
    public List<Path> createReport(Path folder, Optional<String> dataSet) throws PackException {
        if (Files.exists(folder)) {
            throw new PackException("The folder " + folder + " exists: choose another name.");
        }
        return List.of(
                folder.resolve("OPBRIEF-INF/reports/" + folder.getFileName() + "/report.yaml"),
                folder.resolve(dataSet.orElse("none") + ".md"));
    }

    @Override
    public List<Path> createJava(Path folder) {
        return List.of(folder.resolve("pom.xml"));
    }

    @Override
    public List<PackProblem> check(Path folder) throws PackException {
        List<PackProblem> problems = new ArrayList<>();
        List<String> lines = lines(folder);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("wrong")) {
                problems.add(new PackProblem("pack.yaml", i + 1, "\"" + lines.get(i) + "\" is not right."));
            }
        }
        return problems;
    }

    @Override
    public String jarName(Path folder) {
        return "org.example.visits-1.0.0.jar";
    }

    @Override
    public void write(Path folder, Path jar, Optional<Signer> signer) throws PackException {
        signer.ifPresent(key -> signers.add(
                key.keystore().getFileName() + " " + key.alias().orElse("-") + " " + String.valueOf(key.password())));
        try {
            Files.copy(folder.resolve("pack.yaml"), jar);
        } catch (IOException e) {
            throw new PackException(jar + " cannot be written.", e);
        }
    }

    private static List<String> lines(Path folder) throws PackException {
        try {
            return Files.readAllLines(folder.resolve("pack.yaml"));
        } catch (IOException e) {
            throw new PackException("The folder " + folder + " has no pack.yaml.", e);
        }
    }
}
