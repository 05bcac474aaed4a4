package org.relais.staff.ui;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.centre.Centre;
import org.relais.centre.CentreKind;
import org.relais.centre.OpenCentre;
import org.relais.uikit.FormDialog;

/** Opens a centre; time zone and country are those of the first there is. */
final class OpenCentreDialog extends FormDialog {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final TextField name = new TextField(getTranslation("staff.centre.name"));
    private final TextField code = new TextField(getTranslation("staff.centre.code"));
    private final Select<CentreKind> kind = new Select<>();
    private final TextField telephone = new TextField(getTranslation("staff.centre.telephone"));
    private final Select<String> country = new Select<>();
    private final ComboBox<ZoneId> zone = new ComboBox<>(getTranslation("staff.centre.zone"));
    private final TimePicker dayCutOff = new TimePicker(getTranslation("staff.centre.day"));
    private final transient Consumer<OpenCentre> open;

    OpenCentreDialog(List<Centre> known, Consumer<OpenCentre> open) {
        super(
                I18NProvider.translate(known.isEmpty() ? "staff.centre.open-first" : "staff.centre.open"),
                I18NProvider.translate("staff.centre.open.verb"));
        this.open = open;
        code.setHelperText(getTranslation("staff.centre.code.help"));
        kind.setLabel(getTranslation("staff.centre.kind"));
        kind.setItems(CentreKind.values());
        kind.setItemLabelGenerator(one -> getTranslation(one.key()));
        country.setLabel(getTranslation("staff.centre.country"));
        country.setItems(OpenCentre.COUNTRY_PROFILES);
        country.setItemLabelGenerator(one -> getTranslation(OpenCentre.key(one)));
        country.setHelperText(getTranslation("staff.centre.country.help"));
        zone.setItems(zones());
        zone.setItemLabelGenerator(ZoneId::getId);
        dayCutOff.setStep(Duration.ofMinutes(30));
        dayCutOff.setLocale(Locale.FRANCE);
        dayCutOff.setHelperText(getTranslation("staff.centre.day.help"));
        country.setValue(
                known.isEmpty()
                        ? OpenCentre.COUNTRY_PROFILES.getFirst()
                        : known.getFirst().countryProfile());
        zone.setValue(known.isEmpty() ? ZONE : known.getFirst().serviceDay().zone());
        dayCutOff.setValue(LocalTime.MIDNIGHT);
        add("name", name);
        add("code", code);
        add("kind", kind);
        add("telephone", telephone);
        add("countryProfile", country);
        add("zone", zone);
        add("dayCutOff", dayCutOff);
    }

    @Override
    protected void save() {
        // As they stand on the screen: the first that is missing takes the focus
        var named = required("name", name);
        var given = required("code", code);
        open.accept(new OpenCentre(
                given,
                named,
                required("kind", kind),
                required("zone", zone),
                required("dayCutOff", dayCutOff),
                required("countryProfile", country),
                telephone.getValue()));
    }

    // Continent and city: what people know their time by
    private static List<ZoneId> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(ZoneId::of)
                .toList();
    }
}
