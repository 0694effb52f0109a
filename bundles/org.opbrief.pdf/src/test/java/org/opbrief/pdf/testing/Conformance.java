package org.opbrief.pdf.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks files against PDF/A-2a and PDF/UA-1 with veraPDF: all that a machine can check of the two standards. */
public final class Conformance {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Conformance() {}

    /** What the file breaks: one line for each rule, with how often and where first. Empty if it conforms to both. */
    public static List<String> failures(Path file) throws IOException {
        return failures(Files.readAllBytes(file));
    }

    /** What the file breaks: one line for each rule, with how often and where first. Empty if it conforms to both. */
    public static List<String> failures(byte[] file) {
        List<String> failures = new ArrayList<>();
        failures.addAll(failures(file, PDFAFlavour.PDFA_2_A));
        failures.addAll(failures(file, PDFAFlavour.PDFUA_1));
        return failures;
    }

    private static List<String> failures(byte[] file, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getTotalAssertions() == 0) {
                return List.of(flavour + ": nothing was checked");
            }
            Map<String, Integer> counts = new TreeMap<>();
            Map<String, String> places = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                String rule = flavour + " " + assertion.getRuleId().getClause() + "-"
                        + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage();
                counts.merge(rule, 1, Integer::sum);
                places.putIfAbsent(rule, assertion.getLocation().getContext());
            }
            List<String> failures = new ArrayList<>();
            counts.forEach((rule, count) -> failures.add(rule + " (" + count + " times, " + places.get(rule) + ")"));
            if (failures.isEmpty() && !result.isCompliant()) {
                failures.add(flavour + ": does not conform");
            }
            return failures;
        } catch (Exception e) {
            return List.of(flavour + ": cannot be checked: " + e);
        }
    }
}
