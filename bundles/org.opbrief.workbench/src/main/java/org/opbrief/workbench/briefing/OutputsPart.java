package org.opbrief.workbench.briefing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.settings.Settings;

/** The briefings that were written into the workspace and into the folders that were chosen. */
public final class OutputsPart {
    private final Session session;
    private final BriefingDesk desk;
    private final Set<Path> folders = new LinkedHashSet<>();
    private OutputsView view;
    private Runnable deaf = () -> {};

    @Inject
    public OutputsPart(Session session, BriefingDesk desk, @Optional Settings settings) {
        this.session = session;
        this.desk = desk;
        if (settings != null) {
            settings.outputFolder().ifPresent(folders::add);
        }
    }

    @PostConstruct
    void open(Composite parent, Work work) {
        view = new OutputsView(
                parent,
                work,
                new OutputsView.Actions(
                        desk::open,
                        file -> Program.launch(file.toString()),
                        folder -> Program.launch(folder.toString())));
        deaf = desk.listen(topic -> {
            if (topic == BriefingDesk.Topic.FILES) {
                show();
            }
        });
        show();
    }

    @Focus
    void focus() {
        view.setFocus();
        show();
    }

    @PreDestroy
    void close() {
        deaf.run();
    }

    private void show() {
        desk.lastFolder().ifPresent(folders::add);
        Set<Path> all = new LinkedHashSet<>(folders);
        all.add(session.workspace().resolve("out"));
        view.show(all);
    }
}
