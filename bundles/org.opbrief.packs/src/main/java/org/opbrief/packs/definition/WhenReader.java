package org.opbrief.packs.definition;

import java.util.Optional;
import java.util.Set;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads {@code when: parameter} and {@code unless: parameter}. */
final class WhenReader {

    private WhenReader() {}

    static ReportDefinition.When read(Settings settings, Set<String> parameters) throws DefinitionException {
        Optional<Value> when = settings.find("when");
        Optional<Value> unless = settings.find("unless");
        if (when.isPresent() && unless.isPresent()) {
            throw unless.get().error("'when' and 'unless' do not stand together");
        }
        if (when.isEmpty() && unless.isEmpty()) {
            return ReportDefinition.When.ALWAYS;
        }
        Value value = when.orElseGet(unless::get);
        Names.check(value, "the parameter", value.text(), parameters);
        return new ReportDefinition.When(Optional.of(value.text()), when.isPresent());
    }
}
