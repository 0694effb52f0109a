package org.opbrief.workbench.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.Trust;
import org.opbrief.workbench.Fakes;
import org.opbrief.workbench.TestWindow;
import org.opbrief.workbench.data.FakeStore;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class PacksViewTest {
    private final FakePacks packs = new FakePacks();
    private TestWindow screen;
    private Session session;
    private PacksView view;

    @BeforeEach
    void open() throws Exception {
        screen = new TestWindow(1000, 600);
        session = new Fakes().session(new FakeStore(), packs);
        view = new PacksView(screen.shell(), session, screen.work());
        screen.open();
        screen.until("packs", () -> table().getItemCount() == 3);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private Table table() {
        return screen.find(Table.class, "packs.table");
    }

    private void select(int row) {
        table().setSelection(row);
        table().notifyListeners(SWT.Selection, new Event());
        screen.settle();
    }

    private String details() {
        return screen.find(StyledText.class, "packs.details").getText();
    }

    @Test
    void eachPackHasItsStateSignerAndReportsAndARejectedOneItsReason() throws Exception {
        assertEquals("Shipped", table().getItem(0).getText(2));
        assertEquals("Installed", table().getItem(1).getText(2));
        assertEquals("Report desk", table().getItem(1).getText(3));
        assertEquals("border, ports", table().getItem(1).getText(4));
        assertEquals("Not used", table().getItem(2).getText(2));
        select(2);
        assertTrue(
                details().contains("Not used: OPBRIEF-INF/reports/network/report.yaml, line 14: there is no data set"));
        screen.shoot("packs");
    }

    /** Answers the plan when it is there. */
    private void whenPlanned(Runnable answer) {
        screen.shell().getDisplay().timerExec(50, () -> {
            if (screen.has("plan.text")) {
                answer.run();
            } else {
                whenPlanned(answer);
            }
        });
    }

    private boolean goes() {
        return screen.find(Button.class, "plan.go").isEnabled();
    }

    @Test
    void aPlanIsShownAndCarriedOutOnlyIfItsQuestionsAreAgreedTo() {
        StringBuilder text = new StringBuilder();
        boolean[] enabled = new boolean[2];
        whenPlanned(() -> {
            text.append(screen.find(StyledText.class, "plan.text").getText());
            enabled[0] = goes();
            Button agree = screen.find(Button.class, "plan.agree");
            agree.setSelection(true);
            agree.notifyListeners(SWT.Selection, new Event());
            enabled[1] = goes();
            shoot("plan");
            screen.click("plan.go");
        });
        view.install(List.of(Path.of("tips-2.0.0.jar")));
        screen.until("installed", () -> table().getItemCount() == 4);
        assertEquals(
                "Install org.example.tips 2.0.0 from tips-2.0.0.jar\nNot signed.\nBrings reports tips; data sets tip.\n"
                        + "No Java code.\n"
                        + "Needs data set seizure, given by org.opbrief.pack.operations 0.1.0, which is installed.\n\n"
                        + "To be agreed to\norg.example.tips 2.0.0 is not signed by anybody.",
                text.toString());
        assertFalse(enabled[0]);
        assertTrue(enabled[1]);
        assertEquals(1, packs.carriedOut.size());
    }

    private void shoot(String name) {
        try {
            screen.shoot(name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRefusedPlanCannotBeCarriedOut() {
        packs.refusals.add(
                "org.example.tips 2.0.0 needs the data set link, which no pack has; install one that has it.");
        boolean[] enabled = {true};
        whenPlanned(() -> {
            enabled[0] = goes();
            shoot("plan-refused");
            screen.click("plan.cancel");
        });
        view.install(List.of(Path.of("tips-2.0.0.jar")));
        screen.until("plan closed", () -> !enabled[0] && !screen.has("plan.text"));
        assertEquals(0, packs.carriedOut.size());
    }

    @Test
    void aPackIsUninstalledAfterItsPlanWasShown() {
        select(1);
        whenPlanned(() -> {
            assertTrue(screen.find(StyledText.class, "plan.text")
                    .getText()
                    .startsWith("Uninstall org.example.border 1.2.0\nTakes away reports border"));
            screen.click("plan.go");
        });
        screen.press(table(), SWT.DEL, 0);
        screen.until("gone", () -> table().getItemCount() == 2);
    }

    @Test
    void theListFollowsPacksThatComeAndGoElsewhere() {
        packs.packs.add(new PackStatus(
                new InstalledPack("org.example.new", "1.0.0", Optional.empty(), List.of(), List.of(), List.of()),
                true,
                Optional.empty(),
                List.of()));
        session.changed(Change.PACKS);
        screen.until("new pack", () -> table().getItemCount() == 4);
    }

    @Test
    void thePolicyIsChangedAtOnce() {
        screen.shell().getDisplay().timerExec(600, () -> {
            assertTrue(screen.find(Button.class, "trust.SIGNED_CODE").getSelection());
            screen.find(Button.class, "trust.SIGNED_CODE").setSelection(false);
            screen.find(Button.class, "trust.ASK").setSelection(true);
            screen.click("trust.ASK");
            shoot("trust");
            screen.click("trust.close");
        });
        new TrustDialog(screen.shell(), session, screen.work()).open();
        screen.until("policy", () -> packs.policy == Trust.Policy.ASK);
    }
}
