package org.relais.referral.ui;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.access.ConsentPurpose;
import org.relais.access.GiveConsent;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.directory.Need;
import org.relais.directory.Partner;
import org.relais.directory.PartnerFilter;
import org.relais.person.Relative;
import org.relais.plan.GoalRow;
import org.relais.referral.ComposeLetter;
import org.relais.referral.PartnerReferralRow;
import org.relais.referral.Recipient;
import org.relais.referral.SharingRefused;
import org.relais.referral.SharingVerdict;
import org.relais.referral.StaleReferral;
import org.relais.referral.StartReferral;
import org.relais.referral.page.ReferralOffer;
import org.relais.shared.FreeText;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.FirstField;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/**
 * Begins a referral: the partner is found in the directory, what the person agreed to share with it is shown, the letter
 * is written of that and of nothing else, and leaves. The referral's id is the dialog's: sending twice sends once.
 */
final class ReferDialog extends Dialog {

    private static final int FOUND = 12;
    private static final int PAUSE = 400;
    private static final Set<Need> CARE = EnumSet.of(Need.HEALTH, Need.MENTAL_HEALTH, Need.SUBSTANCE_USE);
    private static final Duration YEAR = Duration.ofDays(365);

    private final PartnerReferralId id = PartnerReferralId.create();
    private final transient ReferralDesk desk;
    private final transient ReferralWords words;
    private final transient PersonId person;
    private final transient Consumer<PartnerReferralRow> done;
    private final transient FieldErrors errors = new FieldErrors();
    private final transient Centre centre;
    private final TextField text = new TextField(getTranslation("referral.add.search"));
    private final ComboBox<Need> need = new ComboBox<>(getTranslation("referral.add.need"));
    private final ComboBox<String> place = new ComboBox<>(getTranslation("directory.filter.place"));
    private final ComboBox<String> language = new ComboBox<>(getTranslation("directory.filter.language"));
    private final Div found = new Div();
    private final Div chosen = new Div();
    private final Div consent = new Div();
    private final TextField subject = new TextField(getTranslation("referral.add.subject"));
    private final Select<ConsentPurpose> purpose = new Select<>();
    private final CheckboxGroup<Section> sections = new CheckboxGroup<>();
    private final Select<GoalRow> goal = new Select<>();
    private final TextArea request = new TextArea(getTranslation("referral.add.request"));
    private final LetterFields letter = new LetterFields();
    private final BusyButton send;
    private final BusyButton keep;
    private transient @Nullable Recipient recipient;
    private transient String recipientName = "";
    private transient @Nullable PartnerReferralRow stored;
    private transient ReferralOffer.@Nullable Served served;
    private boolean usualSubject = true;

    /** @param done told the referral when it was sent or kept as a draft */
    ReferDialog(ReferralDesk desk, PersonId person, Consumer<PartnerReferralRow> done) {
        this.desk = desk;
        this.person = person;
        this.done = done;
        this.words = new ReferralWords(desk, getLocale());
        var write = desk.write(person);
        this.centre = desk.centres(write.centres()).getFirst();
        addClassName("relais-refer");
        setHeaderTitle(getTranslation("referral.add.title"));
        setCloseOnOutsideClick(false);
        send = new BusyButton(getTranslation("referral.send"), Glyph.SEND, this::ask);
        send.addThemeName("primary");
        keep = new BusyButton(getTranslation("referral.add.draft"), () -> errors.run(this::keepDraft));
        createFields(write);
        var both = new Div(createSearch(write), createChosen());
        both.addClassName("relais-refer-both");
        add(both);
        getFooter().add(new Button(getTranslation("uikit.cancel"), _ -> close()), keep, send);
        FirstField.focusWhenOpened(this);
        search();
        choose(null, "");
    }

    /** Says what it is for, and looks for who helps with that. */
    void serving(ReferralOffer.Served what) {
        served = what;
        usualSubject = false;
        subject.setValue(what.subject());
        need.setValue(what.need());
        goal.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(what.goal()))
                .findFirst()
                .ifPresent(goal::setValue);
        search();
    }

    private void createFields(Grant write) {
        need.setItems(Need.values());
        need.setItemLabelGenerator(one -> words.say(one.key()));
        need.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                search();
                suggest();
                compose();
            }
        });
        place.setItems(desk.partners().places());
        language.setItems(desk.partners().languages());
        language.setItemLabelGenerator(this::language);
        for (var box : List.of(place, language)) {
            box.setClearButtonVisible(true);
            box.addValueChangeListener(event -> searchWhen(event.isFromClient()));
        }
        text.setPrefixComponent(Glyph.SEARCH.create());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE);
        text.addValueChangeListener(event -> searchWhen(event.isFromClient()));
        subject.setMaxLength(FreeText.LINE);
        subject.setHelperText(getTranslation("referral.add.subject.help"));
        subject.setRequiredIndicatorVisible(true);
        subject.addValueChangeListener(event -> usualSubject = usualSubject && !event.isFromClient());
        purpose.setLabel(getTranslation("referral.add.purpose"));
        purpose.setItems(ConsentPurpose.values());
        purpose.setItemLabelGenerator(one -> getTranslation(one.key()));
        purpose.setValue(ConsentPurpose.SOCIAL_SUPPORT);
        purpose.addValueChangeListener(event -> composeWhen(event.isFromClient()));
        goal.setLabel(getTranslation("referral.add.goal"));
        goal.setItems(desk.openGoals(person));
        goal.setEmptySelectionAllowed(true);
        goal.setEmptySelectionCaption(getTranslation("referral.add.goal.none"));
        goal.setItemLabelGenerator(one -> one == null ? getTranslation("referral.add.goal.none") : one.statement());
        sections.setLabel(getTranslation("referral.add.sections"));
        sections.setItems(readable(write));
        sections.setItemLabelGenerator(one -> getTranslation(one.key()));
        sections.setValue(new LinkedHashSet<>(List.of(Section.ADMINISTRATIVE, Section.SOCIAL)));
        sections.addValueChangeListener(event -> composeWhen(event.isFromClient()));
        request.setMaxLength(FreeText.NOTE);
        request.setValueChangeMode(ValueChangeMode.LAZY);
        request.setValueChangeTimeout(PAUSE);
        request.addValueChangeListener(event -> composeWhen(event.isFromClient() && !letter.edited()));
        errors.register("subject", subject)
                .register("need", need)
                .register("letter", request)
                .register("recipient", text);
    }

    // The author reads each of them in full: of no other can the letter speak
    private List<Section> readable(Grant write) {
        return desk.referrals().letterSections(write).stream()
                .filter(section -> section == Section.SOCIAL
                        || desk.access()
                                .grantIfRoleOpens(person, section)
                                .filter(grant -> grant.level(section) == org.relais.access.Level.READ)
                                .isPresent())
                .toList();
    }

    private Component createSearch(Grant write) {
        found.addClassName("relais-refer-found");
        found.getElement().setAttribute("role", "group");
        found.getElement().setAttribute("aria-label", getTranslation("referral.add.partners"));
        var side = new Div(text, need, place, language, found);
        side.addClassName("relais-refer-search");
        var relatives =
                desk.people().details(desk.administrative(write.person())).relatives();
        if (!relatives.isEmpty()) {
            var list = new UnorderedList();
            relatives.forEach(relative -> list.add(new ListItem(relative(relative))));
            side.add(new H3(getTranslation("referral.add.relatives")), list);
        }
        return side;
    }

    private Component createChosen() {
        consent.addClassName("relais-refer-consent");
        consent.getElement().setAttribute("aria-live", "polite");
        var side = new Div(chosen, consent, subject, purpose, goal, request, sections, letter);
        side.addClassName("relais-refer-chosen");
        return side;
    }

    private String language(String code) {
        return java.util.Locale.of(code).getDisplayLanguage(getLocale());
    }

    private void searchWhen(boolean asked) {
        if (asked) {
            search();
        }
    }

    private void composeWhen(boolean asked) {
        if (asked) {
            compose();
        }
    }

    private void search() {
        found.removeAll();
        var filter = new PartnerFilter(
                text.getValue().isBlank() ? null : text.getValue(),
                need.getValue(),
                place.getValue(),
                language.getValue(),
                false,
                false,
                false,
                false);
        var page = desk.partners().search(filter, null, FOUND);
        page.rows().forEach(partner -> found.add(partner(partner)));
        if (page.rows().isEmpty()) {
            found.add(new Paragraph(getTranslation("referral.add.none")));
        } else if (page.more()) {
            found.add(new Paragraph(getTranslation("referral.add.more")));
        }
    }

    private Component partner(Partner partner) {
        var details = partner.details();
        var name = new Span(partner.name());
        name.addClassName("relais-strong");
        var line = new Span(String.join(
                " · ",
                java.util.stream.Stream.of(details.place(), details.capacity())
                        .filter(Objects::nonNull)
                        .toList()));
        line.addClassName("relais-meta");
        var card = card(name, line);
        if (partner.verificationDue()) {
            card.add(new SeverityBadge(Severity.WARNING, getTranslation("directory.filter.verify")));
        }
        card.addClickListener(_ -> {
            if (need.isEmpty()) {
                need.setValue(details.needs().stream().sorted().findFirst().orElse(null));
            }
            choose(new Recipient.ToPartner(partner.id()), label(partner));
            suggest();
            mark(card);
        });
        return card;
    }

    private Component relative(Relative relative) {
        var name = new Span(relative.name());
        name.addClassName("relais-strong");
        var line = new Span(getTranslation(relative.relation().key()));
        line.addClassName("relais-meta");
        var card = card(name, line);
        card.addClickListener(_ -> {
            if (need.isEmpty()) {
                need.setValue(Need.FAMILY);
            }
            choose(new Recipient.ToRelative(relative.id()), relative.name());
            suggest();
            mark(card);
        });
        return card;
    }

    private static NativeButton card(Component... content) {
        var card = new NativeButton();
        card.add(content);
        card.addClassName("relais-orientation-card");
        card.getElement().setAttribute("type", "button");
        card.getElement().setAttribute("aria-pressed", "false");
        return card;
    }

    private void mark(NativeButton pressed) {
        found.getChildren().forEach(card -> card.getElement().setAttribute("aria-pressed", "false"));
        pressed.getElement().setAttribute("aria-pressed", "true");
    }

    // Under this name a consent means this partner and no other
    private static String label(Partner partner) {
        var place = partner.details().place();
        return place == null ? partner.name() : partner.name() + ", " + place;
    }

    private void choose(@Nullable Recipient one, String name) {
        recipient = one;
        recipientName = name;
        stored = null;
        chosen.removeAll();
        if (one == null) {
            chosen.add(new Paragraph(getTranslation("referral.add.choose")));
        } else {
            chosen.add(new H3(name));
        }
        for (Component part : List.of(consent, subject, purpose, request, sections, letter, keep, send)) {
            part.setVisible(one != null);
        }
        purpose.setVisible(one instanceof Recipient.ToPartner);
        goal.setVisible(one != null && goal.getListDataView().getItemCount() > 0);
        compose();
    }

    private void suggest() {
        var asked = need.getValue();
        if (asked == null) {
            return;
        }
        if (usualSubject) {
            subject.setValue(getTranslation("referral.add.subject.usual", words.say(asked.key())));
        }
        purpose.setValue(
                recipient instanceof Recipient.ToRelative
                        ? ConsentPurpose.FAMILY
                        : CARE.contains(asked) ? ConsentPurpose.CARE : ConsentPurpose.SOCIAL_SUPPORT);
        compose();
    }

    private @Nullable ComposeLetter asked() {
        var to = recipient;
        return to == null
                ? null
                : new ComposeLetter(
                        centre.id(), to, purpose.getValue(), sections.getValue(), need.getValue(), request.getValue());
    }

    private void compose() {
        consent.removeAll();
        var asked = asked();
        if (asked == null) {
            return;
        }
        errors.run(() -> {
            var write = desk.write(person);
            var administrative = desk.administrative(person);
            var verdict = desk.referrals().verdict(write, administrative, asked);
            show(verdict);
            if (!letter.edited()) {
                letter.show(
                        desk.referrals()
                                .compose(
                                        write,
                                        administrative,
                                        desk.others(person, asked.sections()),
                                        asked,
                                        getLocale()),
                        errors);
            }
            send.setEnabled(verdict.allowed());
        });
    }

    private void show(SharingVerdict verdict) {
        if (!verdict.open().isEmpty()) {
            var until = verdict.until();
            consent.add(new NoticeBar(
                    verdict.allowed() ? Severity.OK : Severity.INFO,
                    Glyph.SHIELD_CHECK,
                    getTranslation("referral.consent.held", recipientName, words.sections(verdict.open())),
                    until == null
                            ? getTranslation("referral.consent.open-ended")
                            : getTranslation("referral.consent.until", words.date(until))));
        }
        if (!verdict.allowed()) {
            var notice = new NoticeBar(
                    Severity.WARNING,
                    Glyph.LOCK,
                    getTranslation("referral.consent.refused", recipientName),
                    String.join(" ", words.obstacles(verdict.obstacles())));
            if (recipient instanceof Recipient.ToPartner) {
                notice.add(new BusyButton(getTranslation("referral.consent.record"), this::agree));
            }
            consent.add(notice);
        }
    }

    private void agree() {
        new ConfirmQuestion(
                        getTranslation("referral.consent.question", recipientName),
                        getTranslation(
                                "referral.consent.text",
                                words.sections(sections.getValue()),
                                getTranslation(purpose.getValue().key())),
                        getTranslation("referral.consent.verb"),
                        () -> new FieldErrors().run(() -> {
                            desk.consents()
                                    .give(
                                            desk.access()
                                                    .grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                                            new GiveConsent(
                                                    null,
                                                    recipientName,
                                                    sections.getValue(),
                                                    purpose.getValue(),
                                                    desk.clock().instant().plus(YEAR),
                                                    getLocale().getLanguage()));
                            Toast.success(getTranslation("referral.consent.noted"));
                            compose();
                        }))
                .open();
    }

    private void ask() {
        var asked = letter.letter().stream()
                .map(org.relais.referral.LetterParagraph::section)
                .distinct()
                .toList();
        new ConfirmQuestion(
                        getTranslation("referral.send.question", recipientName),
                        getTranslation("referral.send.text", words.sections(asked)),
                        getTranslation("referral.send"),
                        () -> errors.run(this::send))
                .open();
    }

    private void keepDraft() {
        var row = begun();
        Toast.success(getTranslation("referral.add.saved"));
        close();
        done.accept(row);
    }

    private void send() {
        var draft = begun();
        try {
            var sent =
                    desk.referrals().send(desk.write(person), desk.administrative(person), draft.id(), draft.version());
            Toast.success(getTranslation("referral.sent"));
            close();
            done.accept(sent);
        } catch (SharingRefused refused) {
            Toast.error(String.join(" ", words.obstacles(refused.verdict().obstacles())));
            compose();
        } catch (StaleReferral stale) {
            close();
            done.accept(stale.stored());
        }
    }

    // A second try goes on with the draft that the first one left
    private PartnerReferralRow begun() {
        var before = stored;
        var now = before == null
                ? desk.referrals()
                        .start(
                                desk.write(person),
                                desk.administrative(person),
                                new StartReferral(
                                        id,
                                        centre.id(),
                                        recipient,
                                        subject.getValue(),
                                        need.getValue(),
                                        purpose.getValue(),
                                        letter.letter(),
                                        served == null ? null : served.step(),
                                        goal.isEmpty() ? null : goal.getValue().id()))
                : desk.referrals().write(desk.write(person), before.id(), before.version(), letter.letter());
        stored = now;
        return now;
    }
}
