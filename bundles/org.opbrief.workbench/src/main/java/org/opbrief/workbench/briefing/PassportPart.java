package org.opbrief.workbench.briefing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.api.output.Tracing.TracedFigure;
import org.opbrief.workbench.jobs.Work;

/** The passport of the figure that was clicked last. */
public final class PassportPart {
    private final BriefingDesk desk;
    private PassportView view;
    private Runnable deaf = () -> {};

    @Inject
    public PassportPart(BriefingDesk desk) {
        this.desk = desk;
    }

    @PostConstruct
    void open(Composite parent, Work work) {
        view = new PassportView(parent, work);
        view.onFigure(desk::figure);
        deaf = desk.listen(topic -> {
            if (topic == BriefingDesk.Topic.FIGURE) {
                show();
            }
        });
        show();
    }

    @Focus
    void focus() {
        view.setFocus();
    }

    @PreDestroy
    void close() {
        deaf.run();
    }

    private void show() {
        desk.figure().ifPresentOrElse(figure -> view.show(figure, desk.rows(), this::label), view::clear);
    }

    private String label(String id) {
        return desk.shown()
                .flatMap(written -> written.manifest().figure(id))
                .map(TracedFigure::label)
                .orElse(id);
    }
}
