package org.relais.plan.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.plan.ReviewBasis;
import org.relais.plan.ReviewMember;
import org.relais.plan.ReviewRow;
import org.relais.plan.Reviews;
import org.relais.plan.SignReview;
import org.relais.plan.StaleGoal;
import org.relais.plan.StaleReview;
import org.relais.record.StaleDraft;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.DraftHandle;
import org.relais.shared.ReviewId;
import org.relais.shared.Severity;
import org.relais.staff.StaffCard;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DateField;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.KeyHint;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Toast;

/**
 * The form of a review: for each goal what served it since the last one and the summary made of it, the person's words, who
 * took part, and when the next one is. The review's id is the form's: signing twice signs one.
 */
final class ReviewForm extends Div {

    private final ReviewId id = ReviewId.create();
    private final transient ReviewDesk desk;
    private final transient ComposerContext context;
    private final transient ReviewLook look;
    private final LocalDate today;
    private final Div goals = new Div();
    private final List<ReviewGoalFields> fields = new ArrayList<>();
    private final TextArea words = new TextArea(getTranslation("plan.review.words"));
    private final CheckboxGroup<ReviewMember> close = new CheckboxGroup<>();
    private final MultiSelectComboBox<StaffCard> colleagues = new MultiSelectComboBox<>();
    private final DateField heldOn = new DateField(getTranslation("plan.review.held"));
    private final DateField nextOn = new DateField(getTranslation("plan.review.next-on"));
    private final transient FieldErrors errors = new FieldErrors();
    private transient ReviewBasis basis;

    ReviewForm(ReviewDesk desk, ComposerContext context) {
        this.desk = desk;
        this.context = context;
        this.look = new ReviewLook(desk, getLocale());
        this.today = desk.today(context.centre());
        this.basis = desk.reviews().basis(context.record());
        addClassName("relais-review-form");
        createFields();
        showGoals();
        restore(context.draft().restored());
        context.draft().onReplaced(this::restore);
        var general = new Div(close, colleagues, heldOn, nextOn);
        general.addClassName("relais-review-general");
        add(words, goals, general, createActions());
    }

    private void createFields() {
        words.setHelperText(getTranslation("plan.review.words.help"));
        words.setMaxLength(Reviews.WORDS);
        words.setValueChangeMode(ValueChangeMode.TIMEOUT);
        words.setValueChangeTimeout(DraftHandle.PAUSE);
        words.addValueChangeListener(event -> edited(event.isFromClient()));
        createMembers();
        heldOn.setValue(today);
        heldOn.addValueChangeListener(event -> edited(event.isFromClient()));
        var longest = today.plusMonths(desk.reviews().rule().longestMonths());
        nextOn.setValue(longest);
        nextOn.setHelperText(getTranslation("plan.review.next-on.help", look.date(longest)));
        nextOn.addValueChangeListener(event -> edited(event.isFromClient()));
        errors.register("words", words)
                .register("members", close)
                .register("heldOn", heldOn)
                .register("nextOn", nextOn);
    }

    private void createMembers() {
        close.setLabel(getTranslation("plan.review.members"));
        var others = new ArrayList<ReviewMember>();
        others.add(new ReviewMember.ThePerson());
        var relations = new HashMap<ReviewMember, String>();
        desk.persons().head(context.record()).relatives().forEach(relative -> {
            var member = new ReviewMember.CloseOne(relative.id(), relative.name());
            others.add(member);
            relations.put(
                    member,
                    getTranslation(
                            "plan.review.members.close",
                            relative.name(),
                            getTranslation(relative.relation().key())));
        });
        close.setItems(others);
        close.setItemLabelGenerator(
                member -> relations.getOrDefault(member, getTranslation("plan.review.members.person")));
        close.addValueChangeListener(event -> edited(event.isFromClient()));
        colleagues.setLabel(getTranslation("plan.review.members.colleagues"));
        var team = desk.team(context.record(), context.centre());
        colleagues.setItems(team);
        colleagues.setItemLabelGenerator(
                card -> card.name() + ", " + getTranslation(card.role().key()));
        var me = context.record().actor().id();
        colleagues.setValue(team.stream().filter(card -> card.id().equals(me)).collect(Collectors.toSet()));
        colleagues.addValueChangeListener(event -> edited(event.isFromClient()));
    }

    private void showGoals() {
        goals.removeAll();
        fields.clear();
        goals.addClassName("relais-review-goals");
        if (basis.goals().isEmpty()) {
            goals.add(new NoticeBar(Severity.INFO, Glyph.TARGET, getTranslation("plan.review.goal.none"), ""));
        }
        for (var goal : basis.goals()) {
            var one = new ReviewGoalFields(
                    goal,
                    desk.wording().summary(goal, basis.since(), desk.zone(context.centre()), getLocale()),
                    desk,
                    look,
                    context.centre());
            one.register(errors);
            one.onEdited(() -> edited(true));
            fields.add(one);
            goals.add(one);
        }
        nextOn.setRequiredIndicatorVisible(
                basis.goals().stream().anyMatch(goal -> goal.goal().state().open()));
    }

    private Component createActions() {
        var sign = new BusyButton(getTranslation("plan.review.sign"), () -> errors.run(this::sign));
        sign.addThemeName("primary");
        sign.setSuffixComponent(new KeyHint(getTranslation("plan.review.sign.keys")));
        sign.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        var leave = new Button(getTranslation("uikit.close"), event -> {
            context.draft().edited(content());
            context.closed();
        });
        leave.addThemeName("tertiary");
        var discard = new Button(getTranslation("plan.review.discard"), event -> {
            context.draft().discard();
            context.closed();
        });
        discard.addThemeName("tertiary");
        var status = new Div(context.draft().statusLine());
        status.addClassName("relais-grow");
        var actions = new Div(status, discard, leave, sign);
        actions.addClassNames("relais-row", "relais-review-actions");
        return actions;
    }

    private void sign() {
        try {
            var draft = context.draft().flush(content());
            var entry = desk.reviews()
                    .sign(
                            context.write(),
                            context.record(),
                            new SignReview(
                                    id,
                                    context.centre(),
                                    basis.lastNumber(),
                                    basis.gatheredAt(),
                                    heldOn.getValue(),
                                    fields.stream().map(ReviewGoalFields::said).toList(),
                                    members(),
                                    words.getValue(),
                                    nextOn.getValue(),
                                    draft.id(),
                                    draft.version()));
            Toast.success(getTranslation("plan.review.signed.toast"));
            context.signed(entry);
        } catch (StaleDraft stale) {
            context.draft().conflict(stale, content());
        } catch (StaleReview stale) {
            reread(getTranslation("plan.review.stale.title"), getTranslation("plan.review.stale.text"), stale.stored());
        } catch (StaleGoal stale) {
            reread(
                    getTranslation("plan.review.stale.goal.title"),
                    getTranslation(
                            "plan.review.stale.goal.text",
                            stale.stored().statement(),
                            getTranslation(stale.stored().state().key())),
                    null);
        }
    }

    // What was typed stays; what it was typed about is read again
    private void reread(String title, String text, @Nullable ReviewRow theirs) {
        var typed = content();
        basis = desk.reviews().basis(context.record());
        showGoals();
        restore(typed);
        var dialog = new Dialog();
        dialog.setRole("alertdialog");
        dialog.addClassName("relais-review-dialog");
        dialog.setHeaderTitle(title);
        dialog.add(new Paragraph(text));
        if (theirs != null) {
            dialog.add(new ReviewCard(desk, theirs, look, context.write(), false, () -> {}));
        }
        var keep = new Button(getTranslation("plan.review.stale.keep"), event -> dialog.close());
        keep.addThemeName("primary");
        dialog.getFooter().add(keep);
        dialog.open();
    }

    private List<ReviewMember> members() {
        var members = new LinkedHashSet<>(close.getValue());
        colleagues.getValue().forEach(card -> members.add(new ReviewMember.Colleague(card.id())));
        return List.copyOf(members);
    }

    private void edited(boolean byAuthor) {
        if (byAuthor) {
            context.draft().edited(content());
        }
    }

    private Map<String, String> content() {
        var content = new HashMap<String, String>();
        content.put("words", words.getValue());
        content.put("heldOn", text(heldOn.getValue()));
        content.put("nextOn", text(nextOn.getValue()));
        content.put(
                "close",
                close.getValue().stream().map(ReviewForm::mark).sorted().collect(Collectors.joining(",")));
        content.put(
                "colleagues",
                colleagues.getValue().stream()
                        .map(card -> card.id().toString())
                        .sorted()
                        .collect(Collectors.joining(",")));
        fields.forEach(goal -> goal.write(content));
        return content;
    }

    private void restore(Map<String, String> content) {
        if (content.isEmpty()) {
            return;
        }
        words.setValue(content.getOrDefault("words", ""));
        heldOn.setValue(date(content.getOrDefault("heldOn", ""), today));
        nextOn.setValue(date(content.getOrDefault("nextOn", ""), null));
        var marks = marks(content.get("close"));
        close.setValue(close.getListDataView()
                .getItems()
                .filter(member -> marks.contains(mark(member)))
                .collect(Collectors.toSet()));
        var ids = marks(content.get("colleagues"));
        colleagues.setValue(colleagues
                .getListDataView()
                .getItems()
                .filter(card -> ids.contains(card.id().toString()))
                .collect(Collectors.toSet()));
        fields.forEach(goal -> goal.restore(content));
    }

    private static String mark(ReviewMember member) {
        return member instanceof ReviewMember.CloseOne(var relative, var name) ? relative.toString() : "person";
    }

    private static Set<String> marks(@Nullable String text) {
        return text == null ? Set.of() : new HashSet<>(Arrays.asList(text.split(",")));
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : Objects.toString(date);
    }

    private static @Nullable LocalDate date(String text, @Nullable LocalDate otherwise) {
        try {
            return text.isEmpty() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            return otherwise;
        }
    }
}
