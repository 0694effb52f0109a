package org.opbrief.workbench.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.opbrief.workbench.widget.Controls;

/** The language of the window, and its memory. */
final class GeneralPage extends Page {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private final Settings settings;
    private final long most;
    private Combo language;
    private Text memory;

    /** @param most memory that this computer has, in MB */
    GeneralPage(Settings settings, long most) {
        super(Messages.get("general"));
        this.settings = settings;
        this.most = most;
    }

    @Override
    void fill(Composite area) {
        label(area, "language");
        language = choice(area, "settings.language", Messages.get("systemLanguage"), "English", "Español");
        language.select(settings.language()
                .map(chosen -> LANGUAGES.indexOf(Locale.forLanguageTag(chosen.getLanguage())) + 1)
                .orElse(0));
        label(area, "memory");
        memory = Controls.id(new Text(area, SWT.BORDER | SWT.SINGLE), "settings.memory");
        memory.setText(settings.memory().map(String::valueOf).orElse(""));
        memory.addListener(SWT.Modify, event -> judge());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(memory);
        note(area, "memoryNote", Runtime.getRuntime().maxMemory() >> 20, most);
        note(area, "fromNextStart");
    }

    private void judge() {
        String text = memory.getText().strip();
        boolean fits = text.isEmpty()
                || text.matches("[0-9]{1,7}")
                        && Integer.parseInt(text) >= Settings.LEAST_MEMORY
                        && Integer.parseInt(text) <= most;
        setErrorMessage(fits ? null : Messages.get("memoryWrong", text, Settings.LEAST_MEMORY, most));
        setValid(fits);
    }

    @Override
    public boolean performOk() {
        // pages that were never looked at have no controls
        if (language != null) {
            int index = language.getSelectionIndex();
            settings.language(index < 1 ? Optional.empty() : Optional.of(LANGUAGES.get(index - 1)));
            settings.memory(Optional.of(memory.getText().strip())
                    .filter(text -> !text.isEmpty())
                    .map(Integer::valueOf));
        }
        return true;
    }
}
