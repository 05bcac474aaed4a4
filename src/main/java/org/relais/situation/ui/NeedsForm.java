package org.relais.situation.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.record.StaleDraft;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.DraftHandle;
import org.relais.shared.SocialAssessmentId;
import org.relais.situation.NeedAnswer;
import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsMatrix;
import org.relais.situation.NeedsRating;
import org.relais.situation.NeedsScore;
import org.relais.situation.Occasion;
import org.relais.situation.SignNeeds;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;

/** Rating needs: one row a domain, one key or click each. The draft is saved as it is filled in. */
final class NeedsForm extends Div {

    private final SocialAssessmentId id = SocialAssessmentId.create();
    private final transient SocialDesk desk;
    private final transient SituationWords words;
    private final transient ComposerContext context;
    private final transient NeedsMatrix matrix;
    private final transient @Nullable NeedsRating wrong;
    private final RadioButtonGroup<Occasion> occasion = new RadioButtonGroup<>();
    private final DateField assessedOn = new DateField(getTranslation("situation.needs.assessed-on"));
    private final TextArea comment = new TextArea(getTranslation("situation.needs.comment"));
    private final TextArea reason = new TextArea(getTranslation("situation.correct.reason"));
    private final Paragraph score = new Paragraph();
    private final BusyButton incomplete;
    private final List<NeedEntry> entries;
    private final transient FieldErrors errors = new FieldErrors();

    /** @param wrong the rating it takes the place of; null for a new one, which alone keeps a draft */
    NeedsForm(SocialDesk desk, ComposerContext context, @Nullable NeedsRating wrong) {
        this.desk = desk;
        this.context = context;
        this.wrong = wrong;
        this.words = new SituationWords(desk, getLocale());
        this.matrix = desk.lists().matrix();
        addClassNames("relais-needs-form", "relais-column");
        var number = new int[] {0};
        entries = matrix.domains().stream()
                .map(domain -> new NeedEntry(matrix, domain, ++number[0], this::edited))
                .toList();
        var rows = new Div();
        rows.addClassNames("relais-scale-rows", "relais-needs-rows");
        entries.forEach(rows::add);
        incomplete = new BusyButton(getTranslation("situation.needs.sign-incomplete"), () -> sign(true));
        incomplete.addThemeName("tertiary");
        score.addClassNames("relais-needs-score", "relais-strong");
        score.getElement().setAttribute("aria-live", "polite");
        createHead();
        createTexts();
        var keys = new Paragraph(getTranslation("situation.needs.keys"));
        keys.addClassNames("relais-meta", "relais-small-text");
        var head = new Div(occasion, assessedOn);
        head.addClassName("relais-form");
        add(head, keys, rows, score, comment);
        if (wrong != null) {
            add(reason);
        }
        add(new RuleMark(matrix.rule(), words), createBar());
        register();
        begin();
        entries.getFirst().level().focus();
    }

    private void createHead() {
        occasion.setLabel(getTranslation("situation.needs.occasion"));
        occasion.setItems(Occasion.values());
        occasion.setItemLabelGenerator(one -> getTranslation(one.key()));
        occasion.setRequiredIndicatorVisible(true);
        occasion.addValueChangeListener(event -> save(event.isFromClient()));
        assessedOn.setRequiredIndicatorVisible(true);
        assessedOn.addValueChangeListener(event -> save(event.isFromClient()));
    }

    private void createTexts() {
        comment.setWidthFull();
        comment.setMaxLength(2_000);
        comment.setValueChangeMode(ValueChangeMode.TIMEOUT);
        comment.setValueChangeTimeout(DraftHandle.PAUSE);
        comment.addValueChangeListener(event -> save(event.isFromClient()));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
    }

    private Div createBar() {
        var close = new Button(getTranslation(wrong == null ? "situation.needs.close" : "uikit.cancel"), event -> {
            save(wrong == null);
            context.closed();
        });
        close.addThemeName("tertiary");
        var sign = new BusyButton(getTranslation("situation.needs.sign"), () -> sign(false));
        sign.addThemeName("primary");
        var bar = new Div(close, incomplete, sign);
        bar.addClassName("relais-needs-bar");
        var foot = new Div(bar);
        if (wrong == null) {
            foot.add(context.draft().statusLine());
        }
        return foot;
    }

    private void register() {
        errors.register("occasion", occasion)
                .register("assessedOn", assessedOn)
                .register("comment", comment)
                .register("reason", reason);
        entries.forEach(entry -> entry.register(errors));
    }

    private void begin() {
        var history = desk.needs().of(context.write());
        occasion.setValue(history.current().isEmpty() ? Occasion.INTAKE : Occasion.REVIEW);
        assessedOn.setValue(desk.today(context.centre()));
        if (wrong != null) {
            occasion.setValue(wrong.occasion());
            assessedOn.setValue(wrong.assessedOn());
            comment.setValue(wrong.comment() == null ? "" : wrong.comment());
            entries.forEach(entry -> wrong.need(entry.domain()).ifPresent(need -> entry.tell(need.answer())));
        } else {
            history.current()
                    .ifPresent(before -> entries.forEach(entry -> before.level(entry.domain())
                            .ifPresent(level -> entry.level().showEarlier(words.date(before.assessedOn()), level))));
            restore(context.draft().restored());
            context.draft().onReplaced(this::restore);
        }
        showScore();
    }

    private void edited() {
        showScore();
        save(true);
    }

    private void save(boolean byAuthor) {
        if (byAuthor && wrong == null) {
            context.draft().edited(content());
        }
    }

    private void showScore() {
        var levels = new EnumMap<NeedDomain, Integer>(NeedDomain.class);
        entries.forEach(entry -> entry.level().level().ifPresent(level -> levels.put(entry.domain(), level)));
        var now = NeedsScore.of(matrix, levels);
        incomplete.setVisible(!now.complete() && !levels.isEmpty());
        score.setText(now.mean()
                .map(mean -> getTranslation("situation.needs.mean", words.number(mean), now.applicable()))
                .orElseGet(() -> now.complete()
                        ? getTranslation("situation.needs.nothing-applies")
                        : getTranslation("situation.needs.open", now.open())));
    }

    private void sign(boolean asIncomplete) {
        var line = context.draft();
        errors.run(() -> {
            try {
                var draft = wrong == null ? line.flush(content()) : null;
                var signed = desk.needs()
                        .sign(
                                context.write(),
                                new SignNeeds(
                                        id,
                                        wrong == null ? context.centre() : wrong.centre(),
                                        occasion.getValue(),
                                        assessedOn.getValue(),
                                        answers(),
                                        asIncomplete,
                                        comment.getValue(),
                                        draft == null ? null : new SignNeeds.FromDraft(draft.id(), draft.version()),
                                        wrong == null
                                                ? null
                                                : new SignNeeds.Correction(wrong.id(), reason.getValue())));
                context.signed(signed.entry());
            } catch (StaleDraft stale) {
                line.conflict(stale, content());
            }
        });
    }

    private Map<NeedDomain, NeedAnswer> answers() {
        var answers = new EnumMap<NeedDomain, NeedAnswer>(NeedDomain.class);
        entries.forEach(entry -> entry.answer().ifPresent(answer -> answers.put(entry.domain(), answer)));
        return answers;
    }

    private Map<String, String> content() {
        var content = new HashMap<String, String>();
        entries.forEach(entry -> entry.draft(content));
        content.put("occasion", occasion.isEmpty() ? "" : occasion.getValue().name());
        content.put(
                "assessedOn", assessedOn.isEmpty() ? "" : assessedOn.getValue().toString());
        content.put("comment", comment.getValue());
        return content;
    }

    private void restore(Map<String, String> content) {
        if (content.isEmpty()) {
            return;
        }
        entries.forEach(entry -> entry.restore(content));
        comment.setValue(content.getOrDefault("comment", ""));
        Arrays.stream(Occasion.values())
                .filter(one -> one.name().equals(content.get("occasion")))
                .findFirst()
                .ifPresent(occasion::setValue);
        assessedOn.setValue(date(content.getOrDefault("assessedOn", "")));
        showScore();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
