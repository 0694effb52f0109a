package org.opbrief.workbench.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.workbench.widget.Controls;

/** The workspace that opens at the start, and those that were open before. */
final class WorkspacePage extends Page {
    private static final int LINES = 8;

    private final Settings settings;
    private final List<Path> choices;
    private final Set<Path> removed = new LinkedHashSet<>();
    private Combo start;
    private org.eclipse.swt.widgets.List recent;
    private Button remove;

    WorkspacePage(Settings settings) {
        super(Messages.get("workspace"));
        this.settings = settings;
        Set<Path> known = new LinkedHashSet<>(settings.recentWorkspaces());
        settings.startWorkspace().ifPresent(known::add);
        choices = new ArrayList<>(known);
    }

    @Override
    void fill(Composite area) {
        label(area, "startWorkspace");
        start = choice(area, "settings.startWorkspace", Messages.get("lastWorkspace"));
        choices.forEach(workspace -> start.add(workspace.toString()));
        start.select(settings.startWorkspace()
                .map(chosen -> choices.indexOf(chosen) + 1)
                .orElse(0));
        note(area, "startWorkspaceNote");
        label(area, "recentWorkspaces");
        recent = Controls.id(
                new org.eclipse.swt.widgets.List(area, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL),
                "settings.recent");
        settings.recentWorkspaces().forEach(workspace -> recent.add(workspace.toString()));
        recent.addListener(SWT.Selection, event -> remove.setEnabled(recent.getSelectionCount() > 0));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, LINES * recent.getItemHeight())
                .applyTo(recent);
        remove = Controls.id(new Button(area, SWT.PUSH), "settings.recent.remove");
        remove.setText(Messages.get("removeRecent"));
        remove.setEnabled(false);
        remove.addListener(SWT.Selection, event -> removeSelected());
        GridDataFactory.swtDefaults().span(2, 1).align(SWT.END, SWT.CENTER).applyTo(remove);
        Controls.roomy(remove);
        note(area, "removeRecentNote");
    }

    private void removeSelected() {
        for (String selected : recent.getSelection()) {
            removed.add(Path.of(selected));
            recent.remove(selected);
        }
        remove.setEnabled(false);
    }

    @Override
    public boolean performOk() {
        if (start != null) {
            int index = start.getSelectionIndex();
            settings.startWorkspace(index < 1 ? Optional.empty() : Optional.of(choices.get(index - 1)));
            removed.forEach(settings::forget);
        }
        return true;
    }
}
