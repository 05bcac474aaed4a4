package org.relais.oversight.ui;

import java.util.List;
import java.util.concurrent.CancellationException;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.relais.access.Scope;
import org.relais.audit.Finding;
import org.relais.audit.Findings;
import org.relais.audit.SealState;
import org.relais.oversight.LogSeal;
import org.relais.oversight.SealView;
import org.relais.shared.RelaisException;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** How far the log is sealed, and the check of it all at the press of a button, with its progress. */
final class SealCard extends Panel {

    private static final Logger LOG = LoggerFactory.getLogger(SealCard.class);
    private static final int SHORT = 4;
    private static final int MOST_FINDINGS = 20;

    private final transient LogSeal seal;
    private final transient Scope scope;
    private final transient LogWords words;
    private final Div badge = new Div();
    private final DescriptionList fields = new DescriptionList();
    private final Div outcome = new Div();
    private final ProgressBar progress = new ProgressBar();
    private final Button verify;
    private volatile boolean left;

    SealCard(LogSeal seal, Scope scope, LogWords words) {
        super(words.text("oversight.seal.title"));
        this.seal = seal;
        this.scope = scope;
        this.words = words;
        verify = new Button(getTranslation("oversight.seal.verify"), Glyph.REFRESH_CW.create(), event -> verify());
        verify.setDisableOnClick(true);
        verify.setWidthFull();
        fields.addClassName("relais-log-fields");
        outcome.addClassName("relais-seal-outcome");
        outcome.getElement().setAttribute("aria-live", "polite");
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", getTranslation("oversight.seal.progress"));
        addClassName("relais-seal");
        addToHeader(badge);
        addContent(fields, outcome, progress, verify, createLimits());
        show(seal.state(scope));
    }

    private void show(SealView view) {
        var state = view.state();
        fields.removeAll();
        var check = state.check();
        field(
                "oversight.seal.check",
                check == null
                        ? getTranslation("oversight.seal.never")
                        : getTranslation(
                                "oversight.seal.check.value",
                                words.dateTime(check.at()),
                                words.formats().number(check.rows())));
        var last = state.last();
        if (last != null) {
            field(
                    "oversight.seal.last",
                    getTranslation(
                            "oversight.seal.last.value",
                            words.formats().number(last.number()),
                            words.dateTime(last.at())));
            field("oversight.seal.hash", fingerprint(last.hash()));
        }
        field("oversight.seal.rows", words.formats().number(state.sealed()));
        field("oversight.seal.waiting", words.formats().number(state.waiting()));
        badge.removeAll();
        badge.add(badge(view));
        outcome.removeAll();
        if (view.wentBack()) {
            outcome.add(new NoticeBar(
                    Severity.CRITICAL,
                    getTranslation("oversight.seal.went-back"),
                    getTranslation("oversight.seal.went-back.text")));
        }
    }

    private SeverityBadge badge(SealView view) {
        SealState.@Nullable Check check = view.state().check();
        if (view.wentBack() || (check != null && check.findings() > 0)) {
            return new SeverityBadge(Severity.CRITICAL, getTranslation("oversight.seal.broken"));
        }
        return check == null
                ? new SeverityBadge(Severity.NEUTRAL, Glyph.CIRCLE_DASHED, getTranslation("oversight.seal.unchecked"))
                : new SeverityBadge(Severity.OK, getTranslation("oversight.seal.intact"));
    }

    private void field(String key, String value) {
        fields.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    /** Four letters, four, and the last four: enough to compare by eye. */
    private static String fingerprint(String hash) {
        return hash.substring(0, SHORT) + " " + hash.substring(SHORT, 2 * SHORT) + " … "
                + hash.substring(hash.length() - SHORT);
    }

    private void verify() {
        var ui = UI.getCurrentOrThrow();
        outcome.removeAll();
        progress.setValue(0);
        progress.setVisible(true);
        Thread.ofVirtual().name("verification").start(() -> run(ui));
    }

    private void run(UI ui) {
        try {
            var percent = new int[1];
            var findings = seal.verify(scope, (done, all) -> {
                var now = all == 0 ? 100 : (int) Math.min(100, done * 100 / all);
                if (now != percent[0]) {
                    percent[0] = now;
                    report(ui, now);
                }
            });
            var _ = ui.access(() -> end(findings));
        } catch (CancellationException | UIDetachedException gone) {
            LOG.info("The reader left before the log was checked");
        } catch (RuntimeException failed) {
            LOG.error("The log could not be checked", failed);
            var _ = ui.access(
                    () -> fail(failed instanceof RelaisException told ? told.key() : "oversight.seal.failed"));
        }
    }

    private void report(UI ui, int percent) {
        if (left) {
            throw new CancellationException();
        }
        var _ = ui.access(() -> progress.setValue(percent / 100.0));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        left = false;
    }

    @Override
    protected void onDetach(DetachEvent event) {
        left = true;
    }

    private void end(Findings findings) {
        ready();
        show(seal.state(scope));
        outcome.add(
                findings.clean()
                        ? new NoticeBar(
                                Severity.OK,
                                getTranslation("oversight.seal.clean"),
                                getTranslation(
                                        "oversight.seal.clean.text",
                                        words.formats().number(findings.rows()),
                                        words.formats().number(findings.through()),
                                        words.formats().number(findings.checkpoints())))
                        : found(findings.found()));
    }

    private Component found(List<Finding> found) {
        var list = new UnorderedList(found.stream()
                .limit(MOST_FINDINGS)
                .map(one -> new ListItem(describe(one)))
                .toArray(ListItem[]::new));
        var notice = new NoticeBar(
                Severity.CRITICAL,
                getTranslation("oversight.seal.found", words.formats().number(found.size())),
                "");
        return new Div(notice, list);
    }

    /** "A sealed row is gone. Seals 12 to 12, rows 40–40, server node-1, between … and …." */
    private String describe(Finding one) {
        var rows = one.rows();
        return getTranslation(
                "oversight.seal.finding",
                getTranslation(one.kind().key()),
                words.formats().number(one.epoch()),
                words.formats().number(one.lastEpoch()),
                rows.first() == 0
                        ? words.formats().number(rows.count())
                        : words.formats().number(rows.first()) + "–"
                                + words.formats().number(rows.last()),
                rows.node() == null ? LogWords.NOTHING : rows.node(),
                one.earliest() == null ? LogWords.NOTHING : words.dateTime(one.earliest()),
                one.latest() == null ? LogWords.NOTHING : words.dateTime(one.latest()));
    }

    private void fail(String key) {
        ready();
        outcome.add(new NoticeBar(Severity.CRITICAL, getTranslation(key), ""));
    }

    private void ready() {
        progress.setVisible(false);
        verify.setEnabled(true);
    }

    private Component createLimits() {
        var limits = new Details(
                getTranslation("oversight.seal.limits"), new Paragraph(getTranslation("oversight.seal.limits.text")));
        limits.addClassName("relais-seal-limits");
        return limits;
    }
}
