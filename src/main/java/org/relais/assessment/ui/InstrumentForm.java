package org.relais.assessment.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.Assessments;
import org.relais.assessment.BandProfile;
import org.relais.assessment.Correction;
import org.relais.assessment.Instrument;
import org.relais.assessment.ProfileCriterion;
import org.relais.assessment.Result;
import org.relais.assessment.Scoring;
import org.relais.assessment.SignInstrument;
import org.relais.assessment.SignVitalSigns;
import org.relais.assessment.SignedDraft;
import org.relais.assessment.page.ScoreAdvice;
import org.relais.record.StaleDraft;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.DraftHandle;
import org.relais.record.page.ObservedAt;
import org.relais.shared.AssessmentId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;
import org.relais.uikit.SegmentedSwitch;

/** An instrument answered item by item and a comment, signed together. */
class InstrumentForm extends Div {

    private static final int EARLIER_SHOWN = 3;

    // Some of them may not count any more
    private static final int EARLIER_READ = 6;

    private final transient List<Instrument> instruments;
    private final transient Assessments assessments;
    private final transient ComposerContext context;
    private final transient Formats formats;
    private final String country;
    private final transient AssessmentId id = AssessmentId.create();
    private final @Nullable AssessmentId corrected;
    private final TextArea correctionReason;
    private final transient HasValue<?, Instrument> chooser;
    private final Div body;
    private final Div place = new Div();
    private final Div rule = new Div();
    private final ScorePanel score = new ScorePanel();
    private final Select<BandProfile> profile = new Select<>();
    private final RepeatNotice repeat;
    private final Button obstacle;
    private final BusyButton incomplete;
    private final TextArea comment;
    private final ObservedAt observed;
    private final @Nullable VitalSignsBeside measured;
    private final AdvicePanel advice;
    private final SigningBar footer;
    private transient FieldErrors errors = new FieldErrors();
    private transient Instrument instrument;
    private InstrumentSheet sheet;
    private @Nullable ObstaclePanel reasons;

    /**
     * @param instruments to choose from; few of them stand side by side with the first one open, many are found by
     *     typing
     * @param country the code of the centre's country profile
     * @param beside what stands with the instrument
     * @param corrected the form in whose place this one will stand; null for a new one, which alone keeps a draft
     */
    InstrumentForm(
            List<Instrument> instruments,
            Assessments assessments,
            ComposerContext context,
            ObservedAt observed,
            Formats formats,
            String country,
            Beside beside,
            @Nullable AssessmentId corrected) {
        this.measured = beside.measured();
        this.advice = new AdvicePanel(beside.advice());
        this.corrected = corrected;
        this.correctionReason = createReason();
        this.instruments = instruments;
        this.assessments = assessments;
        this.context = context;
        this.formats = formats;
        this.observed = observed;
        this.country = country;
        instrument = instruments.getFirst();
        addClassName("relais-assessment-form");
        comment = createComment();
        obstacle = new Button(getTranslation("assessment.form.not-assessable"), event -> {
            showObstacle(reasons == null);
            save(true);
        });
        obstacle.addThemeName("tertiary");
        incomplete = new BusyButton(getTranslation("assessment.form.save-incomplete"), () -> sign(true));
        incomplete.addThemeName("tertiary");
        repeat = new RepeatNotice(() -> save(true));
        profile.setLabel(getTranslation("assessment.form.profile"));
        profile.setItemLabelGenerator(
                choice -> choice == null ? "" : choice.name().in(getLocale()));
        profile.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                rated();
            }
        });
        sheet = new InstrumentSheet(instrument, country, this::rated);
        body = new Div(place, score, advice);
        body.addClassName("relais-assessment-sheet");
        footer = new SigningBar(this, context, this::content, () -> sign(false));
        if (instruments.size() <= SegmentedSwitch.MOST) {
            var side = createSwitch();
            chooser = side;
            add(side);
        } else {
            var picker = new InstrumentPicker(instruments, this::choose);
            chooser = picker;
            add(picker);
        }
        if (corrected != null) {
            footer.withoutDraft();
            add(correctionReason);
        }
        if (measured != null) {
            measured.onEdited(() -> save(true));
        }
        add(body, comment, observed, rule, footer, context.draft().statusLine());
        if (instruments.size() <= SegmentedSwitch.MOST) {
            open(instrument);
        } else {
            showForm(false);
        }
        if (context.draft().restored().isEmpty()) {
            context.asked().flatMap(this::offered).ifPresent(asked -> {
                chooser.setValue(asked);
                open(asked);
                if (chooser instanceof Component choices) {
                    choices.setVisible(false);
                }
            });
        }
        restore(context.draft().restored());
        if (!body.isVisible() && chooser instanceof InstrumentPicker picker) {
            picker.focus();
        }
        context.draft().onReplaced(this::restore);
        observed.field().addValueChangeListener(event -> {
            repeat.observed(observed.value());
            save(event.isFromClient());
        });
    }

    private SegmentedSwitch<Instrument> createSwitch() {
        var side = new SegmentedSwitch<>(
                getTranslation("assessment.form.instrument"),
                choice -> choice.shortName(getLocale()),
                instruments.toArray(Instrument[]::new));
        side.setVisible(instruments.size() > 1);
        side.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(event.getValue());
            }
        });
        return side;
    }

    private TextArea createReason() {
        var area = new TextArea(getTranslation("assessment.form.correction-reason"));
        area.setWidthFull();
        area.setRequiredIndicatorVisible(true);
        return area;
    }

    private TextArea createComment() {
        var area = new TextArea(getTranslation("assessment.form.comment"));
        area.setValueChangeMode(ValueChangeMode.TIMEOUT);
        area.setValueChangeTimeout(DraftHandle.PAUSE);
        area.addValueChangeListener(event -> save(event.isFromClient()));
        return area;
    }

    private Optional<Instrument> offered(String code) {
        return instruments.stream()
                .filter(one -> one.rule().code().equals(code))
                .findFirst();
    }

    private void choose(Instrument chosen) {
        open(chosen);
        save(true);
    }

    private void showForm(boolean shown) {
        body.setVisible(shown);
        comment.setVisible(shown);
        observed.setVisible(shown);
        rule.setVisible(shown);
        footer.setVisible(shown);
    }

    private void open(Instrument chosen) {
        showForm(true);
        instrument = chosen;
        sheet = new InstrumentSheet(chosen, country, this::rated);
        reasons = null;
        var results = assessments.results(context.write(), chosen.rule().code(), null, EARLIER_READ).rows().stream()
                .filter(row -> row.counts() && !row.id().equals(corrected))
                .toList();
        var earlier = results.stream().limit(EARLIER_SHOWN).toList();
        sheet.showEarlier(earlier, formats);
        // Of several courses it is not yet known which one this will be
        score.showEarlier(chosen.seriesBy() == null ? earlier : List.of(), null, formats);
        repeat.show(corrected == null ? chosen.repeat() : null, results, formats);
        repeat.observed(observed.value());
        obstacle.setVisible(chosen.notAssessable() != null);
        place.removeAll();
        place.add(new Paragraph(chosen.instruction().in(getLocale())), repeat);
        if (offerProfiles()) {
            place.add(profile);
        }
        place.add(sheet);
        // After the last item the tabulator goes on to what is measured
        if (measured != null) {
            place.add(measured);
        }
        rule.removeAll();
        rule.add(new RuleFooter(
                chosen.rule(), chosen.shortName(getLocale()), chosen.licence().credit()));
        footer.with(obstacle, incomplete);
        obstacle.setText(getTranslation("assessment.form.not-assessable"));
        advice.open(context.write(), chosen, context.centre());
        listen();
        show();
        // The digits rate at once, and each goes on to the next item.
        sheet.fields().findFirst().ifPresent(ScaleField::focus);
    }

    private boolean offerProfiles() {
        profile.setItems(instrument.profiles());
        if (instrument.profileBy() != null) {
            assessments.profile(context.write(), instrument, getLocale()).ifPresent(profile::setValue);
        }
        return instrument.profileBy() == ProfileCriterion.SEX;
    }

    private @Nullable String profileCode() {
        var chosen = profile.getValue();
        return instrument.profileBy() == null || chosen == null ? null : chosen.code();
    }

    private void listen() {
        errors = new FieldErrors().register("comment", comment).register("occurredAt", observed.field());
        if (corrected != null) {
            errors.register("correctionReason", correctionReason);
        }
        sheet.register(errors);
        repeat.register(errors);
        if (measured != null) {
            measured.register(errors);
        }
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
                ? Scoring.of(instrument, profileCode()).score(sheet.values())
                : new Result.NotAssessable(reasons.obstacle().reason(), null);
        incomplete.setVisible(
                result instanceof Result.Incomplete && !sheet.values().isEmpty());
        score.show(instrument, result, sheet);
        tellAdvice(result);
    }

    private void tellAdvice(Result result) {
        switch (result) {
            case Result.Scored scored -> {
                var band = scored.band();
                advice.rated(scored.total(), band == null ? null : band.code());
            }
            case Result.Incomplete incomplete ->
                advice.rated(
                        sheet.values().isEmpty() ? null : ScorePanel.provisional(instrument, sheet.values()), null);
            case Result.NotAssessable impossible -> advice.rated(null, null);
        }
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
                var values = reasons == null ? sheet.read() : Map.<String, Integer>of();
                var beside = measured == null ? Optional.<SignVitalSigns>empty() : measured.read(observed);
                var draft = corrected == null ? line.flush(content()) : null;
                var command = new SignInstrument(
                        id,
                        instrument.rule().code(),
                        instrument.rule().version(),
                        profileCode(),
                        values,
                        reasons == null ? null : reasons.obstacle(),
                        asIncomplete,
                        comment.getValue(),
                        observed.value(),
                        context.centre(),
                        corrected == null ? null : new Correction(corrected, correctionReason.getValue()),
                        draft == null ? null : new SignedDraft(draft.id(), draft.version()),
                        repeat.accepted());
                var signed = beside.isPresent()
                        ? assessments.sign(context.write(), command, beside.get())
                        : assessments.sign(context.write(), command);
                context.signed(signed.entry());
            } catch (StaleDraft stale) {
                line.conflict(stale, content());
            }
        });
    }

    private Map<String, String> content() {
        var content = new HashMap<String, String>();
        sheet.draft(content);
        content.put("instrument", instrument.rule().code());
        content.put("comment", comment.getValue());
        content.put("observed", observed.draft());
        if (measured != null) {
            measured.draft(content);
        }
        var bands = profileCode();
        if (bands != null) {
            content.put("profile", bands);
        }
        if (reasons != null) {
            content.put("notAssessable", "true");
            reasons.draft(content);
        }
        return content;
    }

    private void restore(Map<String, String> content) {
        if (content.isEmpty()) {
            return;
        }
        instruments.stream()
                .filter(choice -> choice.rule().code().equals(content.get("instrument")))
                .findFirst()
                .ifPresent(choice -> {
                    chooser.setValue(choice);
                    open(choice);
                });
        comment.setValue(content.getOrDefault("comment", ""));
        observed.restore(content.getOrDefault("observed", ""));
        sheet.restore(content);
        if (measured != null) {
            measured.restore(content);
        }
        instrument.profile(content.getOrDefault("profile", "")).ifPresent(profile::setValue);
        showObstacle(content.containsKey("notAssessable"));
        if (reasons != null) {
            reasons.restore(content);
        }
    }

    /**
     * What stands with an instrument.
     *
     * @param measured the fields of vital signs taken with it; null for none
     */
    record Beside(@Nullable VitalSignsBeside measured, List<ScoreAdvice> advice) {

        static final Beside NOTHING = new Beside(null, List.of());
    }
}
