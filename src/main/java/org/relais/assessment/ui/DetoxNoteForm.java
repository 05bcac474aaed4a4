package org.relais.assessment.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.AssessmentRow;
import org.relais.assessment.Assessments;
import org.relais.assessment.Instrument;
import org.relais.assessment.Result;
import org.relais.assessment.Scoring;
import org.relais.assessment.SignInstrument;
import org.relais.assessment.SignedDraft;
import org.relais.record.StaleDraft;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.DraftHandle;
import org.relais.record.page.ObservedAt;
import org.relais.shared.AssessmentId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;
import org.relais.uikit.SegmentedSwitch;

/** A detox monitoring note: an instrument rated item by item and a comment, signed together. */
class DetoxNoteForm extends Div {

    private static final int EARLIER_SHOWN = 3;

    // Some of them may not count any more
    private static final int EARLIER_READ = 6;

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
    private final ObservedAt observed;
    private final SigningBar footer;
    private transient FieldErrors errors = new FieldErrors();
    private transient Instrument instrument;
    private InstrumentSheet sheet;
    private @Nullable ObstaclePanel reasons;

    DetoxNoteForm(
            List<Instrument> instruments,
            Assessments assessments,
            ComposerContext context,
            ObservedAt observed,
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
        obstacle = new Button(getTranslation("assessment.form.not-assessable"), event -> {
            showObstacle(reasons == null);
            save(true);
        });
        obstacle.addThemeName("tertiary");
        incomplete = new BusyButton(getTranslation("assessment.form.save-incomplete"), () -> sign(true));
        incomplete.addThemeName("tertiary");
        sheet = new InstrumentSheet(instrument, this::rated);
        var body = new Div(place, score);
        body.addClassName("relais-assessment-sheet");
        footer = new SigningBar(this, context, this::content, () -> sign(false));
        add(chooser, body, comment, observed, footer, context.draft().statusLine());
        open(instrument);
        restore(context.draft().restored());
        context.draft().onReplaced(this::restore);
        chooser.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                open(event.getValue());
                save(true);
            }
        });
        observed.field().addValueChangeListener(event -> save(event.isFromClient()));
    }

    private TextArea createComment() {
        var area = new TextArea(getTranslation("assessment.form.comment"));
        area.setValueChangeMode(ValueChangeMode.TIMEOUT);
        area.setValueChangeTimeout(DraftHandle.PAUSE);
        area.addValueChangeListener(event -> save(event.isFromClient()));
        return area;
    }

    private void open(Instrument chosen) {
        instrument = chosen;
        sheet = new InstrumentSheet(chosen, this::rated);
        reasons = null;
        var earlier = assessments.results(context.write(), chosen.rule().code(), null, EARLIER_READ).rows().stream()
                .filter(AssessmentRow::counts)
                .limit(EARLIER_SHOWN)
                .toList();
        sheet.showEarlier(earlier, formats);
        score.showEarlier(earlier, null, formats);
        obstacle.setVisible(chosen.notAssessable() != null);
        place.removeAll();
        place.add(new Paragraph(chosen.instruction().in(getLocale())), sheet);
        footer.with(
                new RuleFooter(
                        chosen.rule(), chosen.shortName(), chosen.licence().credit()),
                obstacle,
                incomplete);
        listen();
        show();
        // The digits rate at once, and each goes on to the next item.
        sheet.fields().findFirst().ifPresent(ScaleField::focus);
    }

    private void listen() {
        errors = new FieldErrors().register("comment", comment).register("occurredAt", observed.field());
        sheet.register(errors);
        if (reasons != null) {
            reasons.register(errors);
        }
    }

    private void showObstacle(boolean wanted) {
        var choices = instrument.notAssessable();
        if (wanted && reasons == null && choices != null) {
            var panel = new ObstaclePanel(choices, () -> save(true));
            reasons = panel;
            place.addComponentAtIndex(1, panel);
        } else if (!wanted && reasons != null) {
            place.remove(reasons);
            reasons = null;
        }
        sheet.setVisible(reasons == null);
        obstacle.setText(
                getTranslation(reasons == null ? "assessment.form.not-assessable" : "assessment.form.assessable"));
        listen();
        show();
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
                                observed.value(),
                                context.centre(),
                                null,
                                new SignedDraft(draft.id(), draft.version())));
                context.signed(signed.entry());
            } catch (StaleDraft stale) {
                line.conflict(stale, content());
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
        showObstacle(content.containsKey("notAssessable"));
        if (reasons != null) {
            reasons.restore(content);
        }
    }
}
