package org.relais.directory.ui;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.directory.Need;
import org.relais.directory.Partner;
import org.relais.directory.PartnerDetails;
import org.relais.directory.PartnerField;
import org.relais.directory.StalePartner;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.PartnerId;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Adds a partner or changes one. The id of a new one is the form's: saving twice adds one. */
final class PartnerDialog extends FormDialog {

    private final transient DirectoryDesk desk;
    private final transient PartnerId id;
    private final transient @Nullable Partner before;
    private final transient Consumer<Partner> saved;
    private final TextField name = line(PartnerField.NAME);
    private final MultiSelectComboBox<Need> needs = new MultiSelectComboBox<>(label(PartnerField.NEEDS));
    private final TextArea offer = area(PartnerField.OFFER);
    private final TextArea eligibility = area(PartnerField.ELIGIBILITY);
    private final MultiSelectComboBox<String> languages = new MultiSelectComboBox<>(label(PartnerField.LANGUAGES));
    private final TextField cost = line(PartnerField.COST);
    private final TextArea openingHours = area(PartnerField.OPENING_HOURS);
    private final TextField capacity = line(PartnerField.CAPACITY);
    private final TextField telephone = line(PartnerField.TELEPHONE);
    private final TextField email = line(PartnerField.EMAIL);
    private final TextField website = line(PartnerField.WEBSITE);
    private final TextArea address = area(PartnerField.ADDRESS);
    private final TextField place = line(PartnerField.PLACE);
    private final DateField verifiedOn = new DateField(label(PartnerField.VERIFIED_ON));
    private final Checkbox safePlace = new Checkbox(label(PartnerField.SAFE_PLACE));
    private final Checkbox peerLed = new Checkbox(label(PartnerField.PEER_LED));

    /** @param before how it stands; null for a new one */
    PartnerDialog(DirectoryDesk desk, PartnerId id, @Nullable Partner before, Consumer<Partner> saved) {
        super(title(before), word(before == null ? "directory.add" : "directory.save"));
        this.desk = desk;
        this.id = id;
        this.before = before;
        this.saved = saved;
        addClassName("relais-partner-dialog");
        var words = new DirectoryWords(getLocale());
        needs.setItems(Need.values());
        needs.setItemLabelGenerator(need -> words.say(need.key()));
        languages.setItems(Arrays.stream(Locale.getISOLanguages())
                .sorted(Comparator.comparing(words::language))
                .toList());
        languages.setItemLabelGenerator(words::language);
        name.setRequiredIndicatorVisible(true);
        add("name", name);
        add("needs", needs);
        add("offer", offer);
        add("eligibility", eligibility);
        add("languages", languages);
        add("cost", cost);
        add("openingHours", openingHours);
        add("capacity", capacity);
        add("telephone", telephone);
        add("email", email);
        add("website", website);
        add("address", address);
        add("place", place);
        add("verifiedOn", verifiedOn);
        fields(safePlace, peerLed);
        if (before != null) {
            fill(before.details());
        }
    }

    private void fill(PartnerDetails details) {
        set(name, details.name());
        needs.setValue(details.needs());
        set(offer, details.offer());
        set(eligibility, details.eligibility());
        languages.setValue(details.languages());
        set(cost, details.cost());
        set(openingHours, details.openingHours());
        set(capacity, details.capacity());
        set(telephone, details.telephone());
        set(email, details.email());
        set(website, details.website());
        set(address, details.address());
        set(place, details.place());
        verifiedOn.setValue(details.verifiedOn());
        safePlace.setValue(details.safePlace());
        peerLed.setValue(details.peerLed());
    }

    @Override
    protected void save() {
        var stands = before;
        try {
            var now = stands == null
                    ? desk.partners().add(id, typed())
                    : desk.partners().change(id, stands.version(), typed());
            saved.accept(now);
            Toast.success(getTranslation("directory.saved"));
        } catch (StalePartner _) {
            throw new Conflict("directory.stale");
        }
    }

    private PartnerDetails typed() {
        return new PartnerDetails(
                name.getValue(),
                Set.copyOf(needs.getValue()),
                offer.getValue(),
                eligibility.getValue(),
                Set.copyOf(languages.getValue()),
                cost.getValue(),
                openingHours.getValue(),
                capacity.getValue(),
                telephone.getValue(),
                email.getValue(),
                website.getValue(),
                address.getValue(),
                place.getValue(),
                verifiedOn.getValue(),
                safePlace.getValue(),
                peerLed.getValue(),
                before != null && before.details().withdrawn());
    }

    private static void set(com.vaadin.flow.component.HasValue<?, String> field, @Nullable String value) {
        field.setValue(value == null ? "" : value);
    }

    private static TextField line(PartnerField field) {
        var text = new TextField(label(field));
        text.setMaxLength(FreeText.LINE);
        return text;
    }

    private static TextArea area(PartnerField field) {
        return new TextArea(label(field));
    }

    private static String label(PartnerField field) {
        return word(field.key());
    }

    private static String title(@Nullable Partner before) {
        return before == null
                ? word("directory.add.title")
                : com.vaadin.flow.i18n.I18NProvider.translate("directory.edit.title", before.name());
    }

    private static String word(String key) {
        return com.vaadin.flow.i18n.I18NProvider.translate(key);
    }
}
