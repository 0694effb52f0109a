package org.opbrief.workbench.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Text;

/** What a briefing starts with, and where its files go. */
final class BriefingsPage extends Page {
    private static final List<String> EDITIONS = List.of("internal", "public");

    private final Settings settings;
    private final List<String> installed;
    private final Map<String, Button> formats = new LinkedHashMap<>();
    private Combo edition;
    private Text folder;

    /** @param installed formats that can be written */
    BriefingsPage(Settings settings, List<String> installed) {
        super(Messages.get("briefings"));
        this.settings = settings;
        this.installed = installed;
    }

    @Override
    void fill(Composite area) {
        label(area, "edition");
        edition = choice(
                area, "settings.edition", Messages.get("reportsOwn"), Messages.get("internal"), Messages.get("public"));
        edition.select(
                settings.edition().map(chosen -> EDITIONS.indexOf(chosen) + 1).orElse(0));
        label(area, "formats");
        Composite boxes = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(installed.size()).applyTo(boxes);
        for (String format : installed) {
            Button box = check(boxes, "settings.format." + format, format.toUpperCase(Locale.ROOT));
            box.setSelection(settings.formats().contains(format));
            box.addListener(SWT.Selection, event -> judge());
            formats.put(format, box);
        }
        label(area, "outputFolder");
        folder(area);
        note(area, "outputFolderNote");
    }

    private void folder(Composite area) {
        Composite line = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        folder = new Text(line, SWT.BORDER | SWT.SINGLE);
        folder.setData("id", "settings.outputFolder");
        folder.setText(settings.outputFolder().map(Path::toString).orElse(""));
        folder.addListener(SWT.Modify, event -> judge());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(folder);
        Button browse = new Button(line, SWT.PUSH);
        browse.setText(Messages.get("browse"));
        browse.addListener(SWT.Selection, event -> browse());
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setFilterPath(folder.getText());
        String chosen = dialog.open();
        if (chosen != null) {
            folder.setText(chosen);
        }
    }

    private void judge() {
        String fault = chosenFormats().isEmpty() ? Messages.get("noFormat") : folderFault();
        setErrorMessage(fault);
        setValid(fault == null);
    }

    /** @return null if it can be used, as {@link #setErrorMessage} has it */
    private String folderFault() {
        try {
            boolean usable = folder.getText().isBlank()
                    || Path.of(folder.getText().strip()).isAbsolute();
            return usable ? null : Messages.get("folderNotAbsolute", folder.getText());
        } catch (InvalidPathException e) {
            return Messages.get("folderImpossible", folder.getText());
        }
    }

    private Set<String> chosenFormats() {
        Set<String> chosen = new LinkedHashSet<>();
        formats.forEach((format, box) -> {
            if (box.getSelection()) {
                chosen.add(format);
            }
        });
        return chosen;
    }

    @Override
    public boolean performOk() {
        if (edition != null) {
            int index = edition.getSelectionIndex();
            settings.edition(index < 1 ? Optional.empty() : Optional.of(EDITIONS.get(index - 1)));
            settings.formats(chosenFormats());
            String text = folder.getText().strip();
            settings.outputFolder(text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text)));
        }
        return true;
    }
}
