package org.relais.assessment.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.Assessments;
import org.relais.assessment.Instrument;
import org.relais.assessment.Result;
import org.relais.assessment.Scoring;
import org.relais.assessment.SignInstrument;
import org.relais.assessment.SignedDraft;
import org.relais.record.StaleDraft;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.DraftHandle;
import org.relais.shared.AssessmentId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;
import org.relais.uikit.KeyHint;
import org.relais.uikit.SegmentedSwitch;

/** A detox monitoring note: an instrument rated item by item and a comment, signed together. */
class DetoxNoteForm extends Div {

    private static final int EARLIER_SHOWN = 3;

    private final transient Assessments assessments;
    private final transient ComposerContext context;
    private final transient Formats formats;
    private final transient AssessmentId id = AssessmentId.create();
    private final SegmentedSwitch<Instrument> chooser;
    private final Div place = new Div();
    private final ScorePanel score = new ScorePanel();
    private final Button obstacle;
    private final BusyButton incomplete;
    private final TextArea comment;
    private final ObservationTime observed;
    private final Div footer = new Div();
    private transient FieldErrors errors = new FieldErrors();
    private transient Instrument instrument;
    private InstrumentSheet sheet;
    private @Nullable ObstaclePanel reasons;

    DetoxNoteForm(
            List<Instrument> instruments,
            Assessments assessments,
            ComposerContext context,
            ObservationTime observed,
            Formats formats) {
        this.assessments = assessments;
        this.context = context;
        this.formats = formats;
        this.observed = observed;
        instrument = instruments.getFirst();
        addClassName("relais-assessment-form");
        chooser = new SegmentedSwitch<>(
                getTranslation("assessment.form.instrument"),
                Instrument::shortName,
                instruments.toArray(Instrument[]::new));
        comment = createComment();
        obstacle = new Button(getTranslation("assessment.form.not-assessable"), event -> toggleObstacle());
        obstacle.addThemeName("tertiary");
        incomplete = new BusyButton(getTranslation("assessment.form.save-incomplete"), () -> sign(true));
        incomplete.addThemeName("tertiary");
        sheet = new InstrumentSheet(instrument, this::rated);
        var body = new Div(place, score);
        body.addClassName("relais-assessment-sheet");
        footer.addClassName("relais-assessment-footer");
        add(chooser, body, comment, observed, footer, context.draft().statusLine());
        open(instrument);
        restore(context.draft().restored());
        chooser.addValueChangeListener(event -> open(event.getValue()));
        observed.addValueChangeListener(event -> save(event.isFromClient()));
    }

    private TextArea createComment() {
        var area = new TextArea(getTranslation("assessment.form.comment"));
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(DraftHandle.PAUSE);
        area.addValueChangeListener(event -> save(event.isFromClient()));
        return area;
    }

    private BusyButton createSign() {
        var sign = new BusyButton(getTranslation("assessment.form.sign"), () -> sign(false));
        sign.addThemeName("primary");
        sign.setSuffixComponent(new KeyHint(getTranslation("assessment.form.sign.keys")));
        sign.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        return sign;
    }

    private void open(Instrument chosen) {
        instrument = chosen;
        sheet = new InstrumentSheet(chosen, this::rated);
        reasons = null;
        var earlier = assessments
                .results(context.write(), chosen.rule().code(), null, EARLIER_SHOWN)
                .rows();
        sheet.showEarlier(earlier, formats);
        score.showEarlier(earlier, null, formats);
        obstacle.setVisible(chosen.notAssessable() != null);
        place.removeAll();
        place.add(new Paragraph(chosen.instruction().in(getLocale())), sheet);
        footer.removeAll();
        footer.add(
                new RuleFooter(
                        chosen.rule(), chosen.shortName(), chosen.licence().credit()),
                obstacle,
                incomplete,
                createSign());
        listen();
        show();
    }

    private void listen() {
        errors = new FieldErrors().register("comment", comment).register("occurredAt", observed);
        sheet.register(errors);
        if (reasons != null) {
            reasons.register(errors);
        }
    }

    private void toggleObstacle() {
        var choices = instrument.notAssessable();
        if (reasons == null && choices != null) {
            var panel = new ObstaclePanel(choices, () -> save(true));
            reasons = panel;
            place.addComponentAtIndex(1, panel);
        } else if (reasons != null) {
            place.remove(reasons);
            reasons = null;
        }
        sheet.setVisible(reasons == null);
        obstacle.setText(
                getTranslation(reasons == null ? "assessment.form.not-assessable" : "assessment.form.assessable"));
        listen();
        show();
        save(true);
    }

    private void rated() {
        show();
        save(true);
    }

    private void show() {
        Result result = reasons == null
                ? Scoring.of(instrument).score(sheet.values())
                : new Result.NotAssessable(reasons.obstacle().reason(), null);
        incomplete.setVisible(
                result instanceof Result.Incomplete && !sheet.values().isEmpty());
        score.show(instrument, result, sheet);
    }

    private void save(boolean byAuthor) {
        if (byAuthor) {
            context.draft().edited(content());
        }
    }

    private void sign(boolean asIncomplete) {
        var line = context.draft();
        errors.run(() -> {
            try {
                var draft = line.flush(content());
                var signed = assessments.sign(
                        context.write(),
                        new SignInstrument(
                                id,
                                instrument.rule().code(),
                                instrument.rule().version(),
                                null,
                                reasons == null ? sheet.values() : Map.of(),
                                reasons == null ? null : reasons.obstacle(),
                                asIncomplete,
                                comment.getValue(),
                                observed.instant(),
                                context.centre(),
                                null,
                                new SignedDraft(draft.id(), draft.version())));
                context.signed(signed.entry());
            } catch (StaleDraft stale) {
                // The line shows both texts; saving again meets the same conflict.
                line.edited(content());
            }
        });
    }

    private Map<String, String> content() {
        var content = new HashMap<String, String>();
        content.put("instrument", instrument.rule().code());
        content.put("comment", comment.getValue());
        content.put("observed", observed.draft());
        sheet.values().forEach((item, rating) -> content.put(item, String.valueOf(rating)));
        if (reasons != null) {
            content.put("notAssessable", "true");
            reasons.draft(content);
        }
        return content;
    }

    private void restore(Map<String, String> content) {
        chooser.getListDataView()
                .getItems()
                .filter(choice -> choice.rule().code().equals(content.get("instrument")))
                .findFirst()
                .ifPresent(choice -> {
                    chooser.setValue(choice);
                    open(choice);
                });
        comment.setValue(content.getOrDefault("comment", ""));
        observed.restore(content.getOrDefault("observed", ""));
        sheet.restore(content);
        if (content.containsKey("notAssessable")) {
            toggleObstacle();
            if (reasons != null) {
                reasons.restore(content);
            }
        }
        show();
    }
}
