package org.opbrief.workbench.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** The language of the window. */
final class GeneralPage extends Page {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private final Settings settings;
    private Combo language;

    GeneralPage(Settings settings) {
        super(Messages.get("general"));
        this.settings = settings;
    }

    @Override
    void fill(Composite area) {
        label(area, "language");
        language = choice(area, "settings.language", Messages.get("systemLanguage"), "English", "Español");
        language.select(settings.language()
                .map(chosen -> LANGUAGES.indexOf(Locale.forLanguageTag(chosen.getLanguage())) + 1)
                .orElse(0));
        note(area, "fromNextStart");
    }

    @Override
    public boolean performOk() {
        // pages that were never looked at have no controls
        if (language != null) {
            int index = language.getSelectionIndex();
            settings.language(index < 1 ? Optional.empty() : Optional.of(LANGUAGES.get(index - 1)));
        }
        return true;
    }
}
