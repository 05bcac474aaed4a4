package org.relais.history.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;

import org.relais.centre.Centre;
import org.relais.history.SaveSubstances;
import org.relais.history.StaleProfile;
import org.relais.history.SubstanceAnswers;
import org.relais.history.SubstanceHistory;
import org.relais.history.SubstanceList.Choice;
import org.relais.history.SubstanceProfile;
import org.relais.shared.FreeText;
import org.relais.shared.HistoryItemId;
import org.relais.shared.InvalidInput;
import org.relais.shared.Severity;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;
import org.relais.uikit.NoticeBar;

/**
 * Tells a substance profile, or tells it anew: every question begins as not asked. When somebody else kept a version
 * meanwhile, it is shown above what was typed, and saving again keeps this one after it.
 */
class SubstanceDialog extends FormDialog {

    private static final String OTHERS = "OTHERS";

    private final HistoryItemId id = HistoryItemId.create();
    private final transient SubstanceWords words;
    private final transient SubstanceHistory history;
    private final transient Consumer<SaveSubstances> save;
    private final Select<Centre> centre = new Select<>();
    private final ComboBox<String> primary = new ComboBox<>();
    private final AnswerGroup route;
    private final AnswerGroup frequency;
    private final AgeField firstUse;
    private final RadioButtonGroup<String> others = new RadioButtonGroup<>();
    private final MultiSelectComboBox<String> secondary = new MultiSelectComboBox<>();
    private final AnswerGroup polydrug;
    private final AnswerGroup injecting;
    private final AgeField firstInjection;
    private final AnswerGroup sharing;
    private final DateField lastUseOn;
    private final TimePicker lastUseAt = new TimePicker();
    private final TextField lastUseAmount = new TextField();
    private final Div stale = new Div();
    private transient SubstanceHistory seen;

    SubstanceDialog(
            SubstanceWords words, List<Centre> centres, SubstanceHistory history, Consumer<SaveSubstances> save) {
        super(words.say("history.substances.dialog"), words.say("history.substances.save"));
        this.words = words;
        this.history = history;
        this.seen = history;
        this.save = save;
        var list = words.list();
        route = group("route", list.routes());
        frequency = new AnswerGroup(words.frequency(), list.frequencies(), words);
        polydrug = group("polydrug", list.polydrug());
        injecting = group("injecting", list.injecting());
        sharing = group("sharing", list.injecting());
        firstUse = age("first-use");
        firstInjection = age("first-injection");
        lastUseOn = new DateField(words.say("history.substances.last-use.on"));
        stale.addClassName("relais-wide");
        stale.setVisible(false);
        centre.setLabel(words.say("history.substances.centre"));
        centre.setItems(centres);
        centre.setItemLabelGenerator(Centre::name);
        centre.setValue(centres.getFirst());
        centre.setVisible(centres.size() > 1);
        primary.setLabel(words.say("history.substances.primary"));
        primary.setItems(list.primary().stream().map(Choice::code).toList());
        primary.setItemLabelGenerator(code -> words.word(list.primary(), code));
        primary.setRequiredIndicatorVisible(true);
        createSecondary();
        createLastUse();
        fields(stale);
        add("primary", primary);
        add("centre", centre);
        add("route", route);
        add("frequency", frequency);
        fields(firstUse);
        errors().register("firstUse", firstUse.field());
        fields(others);
        add("secondary", secondary);
        add("polydrug", polydrug);
        add("injecting", injecting);
        fields(firstInjection);
        errors().register("firstInjection", firstInjection.field());
        add("sharing", sharing);
        add("lastUseOn", lastUseOn);
        add("lastUseAt", lastUseAt);
        add("lastUseAmount", lastUseAmount);
        var mark = new Paragraph(words.mark());
        mark.addClassNames("relais-meta", "relais-wide");
        fields(mark);
        history.current().map(SubstanceProfile::answers).ifPresent(this::tell);
        followAnswers();
    }

    @Override
    protected void save() {
        var chosen = centre.getValue();
        try {
            save.accept(new SaveSubstances(id, chosen.id(), seen.versionAt(chosen.id()), answers()));
        } catch (StaleProfile quicker) {
            showStored(quicker.stored());
            throw quicker;
        }
    }

    private void createSecondary() {
        var list = words.list();
        others.setLabel(words.say("history.substances.secondary"));
        others.setItems(AnswerGroup.NOT_ASKED, list.noSecondary().code(), OTHERS, list.notKnown());
        others.setItemLabelGenerator(code -> code.equals(OTHERS)
                ? words.say("history.substances.secondary.some")
                : words.word(list.secondary(), code));
        others.setValue(AnswerGroup.NOT_ASKED);
        others.addClassName("relais-wide");
        secondary.setLabel(words.say("history.substances.secondary.which", list.mostSecondary()));
        secondary.setItems(list.secondary().stream()
                .map(Choice::code)
                .filter(code -> !list.alone(code))
                .toList());
        secondary.setItemLabelGenerator(code -> words.word(list.secondary(), code));
        secondary.addClassName("relais-wide");
        secondary.setVisible(false);
    }

    private void createLastUse() {
        lastUseAt.setLabel(words.say("history.substances.last-use.time"));
        lastUseAt.setLocale(words.locale());
        lastUseAmount.setLabel(words.say("history.substances.last-use.amount"));
        lastUseAmount.setHelperText(words.say("history.substances.last-use.amount.help"));
        lastUseAmount.setMaxLength(FreeText.LINE);
        lastUseAmount.addClassName("relais-wide");
    }

    // What follows from an answer is answered with it, and can be changed
    private void followAnswers() {
        var list = words.list();
        others.addValueChangeListener(change -> {
            secondary.setVisible(OTHERS.equals(change.getValue()));
            if (list.noSecondary().code().equals(change.getValue()) && !polydrug.asked()) {
                polydrug.tell(list.onlyOne());
            }
        });
        injecting.addValueChangeListener(change -> {
            var never = list.neverInjected().equals(change.getValue());
            firstInjection.setVisible(!never);
            if (never) {
                firstInjection.tell(null);
                if (!sharing.asked()) {
                    sharing.tell(list.neverInjected());
                }
            }
        });
    }

    private void tell(SubstanceAnswers told) {
        var list = words.list();
        primary.setValue(told.primary());
        route.tell(told.route());
        frequency.tell(told.frequency());
        firstUse.tell(told.firstUse());
        if (!told.secondary().isEmpty()) {
            var alone = told.secondary().stream().anyMatch(list::alone);
            others.setValue(alone ? told.secondary().getFirst() : OTHERS);
            secondary.setValue(alone ? List.of() : told.secondary());
            secondary.setVisible(!alone);
        }
        polydrug.tell(told.polydrug());
        injecting.tell(told.injecting());
        firstInjection.tell(told.firstInjection());
        firstInjection.setVisible(!list.neverInjected().equals(told.injecting()));
        sharing.tell(told.sharing());
        lastUseOn.setValue(told.lastUseOn());
        lastUseAt.setValue(told.lastUseAt());
        lastUseAmount.setValue(told.lastUseAmount() == null ? "" : told.lastUseAmount());
    }

    private SubstanceAnswers answers() {
        return new SubstanceAnswers(
                required("primary", primary),
                route.told(),
                frequency.told(),
                firstUse.told(),
                secondary(),
                polydrug.told(),
                injecting.told(),
                firstInjection.told(),
                sharing.told(),
                lastUseOn.getValue(),
                lastUseAt.getValue(),
                lastUseAmount.getValue());
    }

    private List<String> secondary() {
        var answer = others.getValue();
        if (!OTHERS.equals(answer)) {
            return answer == null || answer.isEmpty() ? List.of() : List.of(answer);
        }
        if (secondary.getValue().isEmpty()) {
            throw new InvalidInput("secondary", "shared.error.required");
        }
        return List.copyOf(secondary.getValue());
    }

    private void showStored(SubstanceProfile stored) {
        var versions = new ArrayList<SubstanceProfile>();
        versions.add(stored);
        versions.addAll(history.versions());
        seen = new SubstanceHistory(versions, history.withheld());
        stale.removeAll();
        stale.add(new NoticeBar(
                Severity.WARNING,
                words.say("history.substances.stale"),
                words.say("history.substances.stale.text"),
                new SubstanceLines(words, stored.answers())));
        stale.setVisible(true);
    }

    private AnswerGroup group(String label, List<Choice> answers) {
        return new AnswerGroup(words.say("history.substances." + label), answers, words);
    }

    private AgeField age(String label) {
        return new AgeField(words.say("history.substances." + label), words.say("history.substances.age.not-known"));
    }
}
