package org.opbrief.workbench.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.workbench.widget.Controls;

/** Shows what a change would do, before it is done. It can be gone on with only if nothing refuses it. */
final class PlanDialog extends TitleAreaDialog {
    /** What {@link #open} gives if the user wants what was offered instead. */
    static final int OTHERWISE = IDialogConstants.CLIENT_ID + 1;

    private final InstallPlan plan;
    private final String title;
    private final String action;
    private Optional<String> offered = Optional.empty();
    private Button agreed;

    /** @param action what is written on the button that goes on */
    PlanDialog(Shell parent, InstallPlan plan, String title, String action) {
        super(parent);
        this.plan = plan;
        this.title = title;
        this.action = action;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** One more button, with this on it. */
    void offer(String other) {
        offered = Optional.of(other);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    public void create() {
        super.create();
        setTitle(title);
        if (!plan.refusals().isEmpty()) {
            setMessage(Messages.get("plan.message.refused"), IMessageProvider.ERROR);
        } else if (plan.changes().isEmpty()) {
            setMessage(Messages.get("plan.nothing"), IMessageProvider.INFORMATION);
        } else {
            setMessage(Messages.get("plan.message"));
        }
        enable();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 10;
        layout.marginHeight = 10;
        area.setLayout(layout);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        StyledText text = Controls.id(
                new StyledText(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER), "plan.text");
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        text.setMargins(10, 8, 10, 8);
        text.setLineSpacing(3);
        text.setCaret(null);
        text.addListener(SWT.Traverse, event -> event.doit = true);
        Controls.named(text, title);
        fill(text);
        if (!plan.questions().isEmpty() || !plan.breaks().isEmpty()) {
            agreed = Controls.id(new Button(area, SWT.CHECK), "plan.agree");
            agreed.setText(Messages.get("plan.agree"));
            agreed.addListener(SWT.Selection, event -> enable());
        }
        return area;
    }

    private void fill(StyledText text) {
        StringBuilder all = new StringBuilder();
        List<StyleRange> ranges = new ArrayList<>();
        for (PlanText.Line line : PlanText.of(plan)) {
            boolean heading = line.style() == PlanText.Style.HEADING;
            if (heading && all.length() > 0) {
                all.append('\n');
            }
            int start = all.length();
            all.append(line.text()).append('\n');
            if (line.style() != PlanText.Style.PLAIN) {
                ranges.add(new StyleRange(
                        start,
                        line.text().length(),
                        heading ? null : Controls.alarm(text),
                        null,
                        heading ? SWT.BOLD : SWT.NORMAL));
            }
        }
        text.setText(all.toString().stripTrailing());
        ranges.forEach(text::setStyleRange);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        offered.ifPresent(text -> Controls.id(createButton(parent, OTHERWISE, text, false), "plan.otherwise"));
        Controls.id(createButton(parent, IDialogConstants.OK_ID, action, true), "plan.go");
        Controls.id(
                createButton(parent, IDialogConstants.CANCEL_ID, Messages.get("plan.cancel"), false), "plan.cancel");
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == OTHERWISE) {
            setReturnCode(OTHERWISE);
            close();
        } else {
            super.buttonPressed(button);
        }
    }

    private void enable() {
        Button go = getButton(IDialogConstants.OK_ID);
        if (go != null) {
            go.setEnabled(plan.refusals().isEmpty()
                    && !plan.changes().isEmpty()
                    && (agreed == null || agreed.getSelection()));
        }
    }

    @Override
    protected Point getInitialSize() {
        return new Point(720, 480);
    }
}
