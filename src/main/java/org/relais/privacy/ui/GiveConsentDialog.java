package org.relais.privacy.ui;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.ConsentPurpose;
import org.relais.access.GiveConsent;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.centre.Centre;
import org.relais.privacy.ConsentTexts;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.uikit.DateField;

/** What the person agrees to: with whom, which sections, for what, until when, and the words they were told. */
final class GiveConsentDialog extends PrivacyDialog {

    /** Who receives. */
    private enum Recipient {
        EVERY_CENTRE,
        ONE_CENTRE,
        ORGANISATION;

        private String key() {
            return "privacy.recipient." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The languages the staff can say it was explained in; the text itself exists in the first three. */
    private static final List<String> LANGUAGES = List.of(
            "fr", "en", "sv", "ar", "de", "es", "fa", "fi", "it", "pl", "pt", "ro", "ru", "so", "ti", "tr", "uk");

    private static final Set<String> WRITTEN = Set.of("fr", "en", "sv");

    private final Select<Recipient> recipient = new Select<>();
    private final Select<Centre> centre = new Select<>();
    private final TextField organisation = new TextField();
    private final Select<ConsentPurpose> purpose = new Select<>();
    private final CheckboxGroup<Section> sections = new CheckboxGroup<>();
    private final DateField until;
    private final Select<String> language = new Select<>();
    private final Div text = new Div();
    private final transient PrivacyWords words;
    private final transient List<Centre> home;
    private final transient Consumer<GiveConsent> give;

    /** @param home the centres of the author in which the person is followed */
    GiveConsentDialog(PrivacyWords words, Collection<CentreId> home, Consumer<GiveConsent> give) {
        super("privacy.consent.give");
        this.words = words;
        this.home = words.centres(home);
        this.give = give;
        until = new DateField(getTranslation("privacy.field.until"));
        addClassName("relais-privacy-wide");
        createRecipient();
        createContent();
        text.addClassNames("relais-privacy-text", "relais-wide");
        errors().register("centre", centre)
                .register("organisation", organisation)
                .register("sections", sections)
                .register("purpose", purpose)
                .register("until", until)
                .register("language", language);
        fields(recipient, centre, organisation, purpose, sections, until, language, text);
        chosen();
    }

    @Override
    void act() {
        var kind = recipient.getValue();
        if (kind == Recipient.ONE_CENTRE && centre.getValue() == null) {
            throw new InvalidInput("centre", "shared.error.required");
        }
        if (kind == Recipient.ORGANISATION && organisation.getValue().isBlank()) {
            throw new InvalidInput("organisation", "shared.error.required");
        }
        var day = Days.optional("until", until);
        give.accept(new GiveConsent(
                kind == Recipient.ONE_CENTRE ? centre.getValue().id() : null,
                kind == Recipient.ORGANISATION ? organisation.getValue() : null,
                sections.getValue(),
                kind == Recipient.ORGANISATION ? purpose.getValue() : ConsentPurpose.CARE,
                day == null ? null : words.endOf(day),
                language.getValue()));
    }

    private void createRecipient() {
        recipient.setLabel(getTranslation("privacy.field.recipient"));
        recipient.setItems(Recipient.values());
        recipient.setItemLabelGenerator(one -> getTranslation(one.key()));
        recipient.setValue(Recipient.EVERY_CENTRE);
        recipient.addClassName("relais-wide");
        recipient.addValueChangeListener(_ -> chosen());
        centre.setLabel(getTranslation("privacy.field.centre"));
        centre.setItems(words.centres());
        centre.setItemLabelGenerator(Centre::name);
        centre.addValueChangeListener(_ -> showText());
        organisation.setLabel(getTranslation("privacy.field.organisation"));
        organisation.setHelperText(getTranslation("privacy.field.organisation.help"));
        purpose.setLabel(getTranslation("privacy.field.purpose"));
        purpose.setItems(ConsentPurpose.values());
        purpose.setItemLabelGenerator(one -> getTranslation(one.key()));
        purpose.setValue(ConsentPurpose.SOCIAL_SUPPORT);
    }

    private void createContent() {
        sections.setLabel(getTranslation("privacy.field.sections"));
        sections.setItems(Stream.of(Section.values()).filter(Section::shareable).toList());
        sections.setItemLabelGenerator(one -> getTranslation(one.key()));
        sections.addClassName("relais-wide");
        until.setHelperText(getTranslation("privacy.field.until.consent"));
        language.setLabel(getTranslation("privacy.field.language"));
        language.setItems(LANGUAGES);
        language.setItemLabelGenerator(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(getLocale()));
        language.setValue(
                WRITTEN.contains(getLocale().getLanguage()) ? getLocale().getLanguage() : "fr");
        language.addValueChangeListener(_ -> showText());
    }

    // Everything goes between all centres unless something is taken off; to one recipient only what is ticked
    private void chosen() {
        var kind = recipient.getValue();
        centre.setVisible(kind == Recipient.ONE_CENTRE);
        organisation.setVisible(kind == Recipient.ORGANISATION);
        purpose.setVisible(kind == Recipient.ORGANISATION);
        sections.setValue(kind == Recipient.EVERY_CENTRE ? SharingConsents.everything() : Set.of());
        showText();
    }

    private void showText() {
        var tag = WRITTEN.contains(language.getValue())
                ? language.getValue()
                : getLocale().getLanguage();
        var locale = Locale.of(tag);
        var agreed = new Paragraph(I18NProvider.translate(locale, ConsentTexts.AGREED));
        agreed.getElement().setAttribute("lang", tag);
        text.removeAll();
        text.add(new H3(getTranslation("privacy.consent.text", SharingConsents.TEXT_VERSION)), agreed);
        text.add(new H3(getTranslation("privacy.redisclosure")));
        profiles().stream()
                .map(ConsentTexts::redisclosure)
                .distinct()
                .map(key -> new Paragraph(I18NProvider.translate(locale, key)))
                .peek(paragraph -> paragraph.getElement().setAttribute("lang", tag))
                .forEach(text::add);
    }

    // The rules of both ends hold: where it comes from, and where it goes
    private Set<String> profiles() {
        var profiles = new LinkedHashSet<String>();
        home.forEach(one -> profiles.add(one.countryProfile()));
        if (recipient.getValue() == Recipient.ONE_CENTRE && centre.getValue() != null) {
            profiles.add(centre.getValue().countryProfile());
        }
        return profiles;
    }
}
