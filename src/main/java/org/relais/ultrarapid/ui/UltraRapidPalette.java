package org.relais.ultrarapid.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.stereotype.Component;

import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;
import org.relais.uikit.Glyph;
import org.relais.uikit.PaletteEntry;
import org.relais.uikit.PaletteSource;
import org.relais.ultrarapid.UltraRapidPermissions;
import org.relais.ultrarapid.UltraRapidRoutes;

/** The way to the permissions, for physicians of a service that switched the room on. */
@Component
class UltraRapidPalette implements PaletteSource {

    private static final int SHORTEST = 2;

    private final UltraRapidPermissions permissions;
    private final CurrentStaff current;

    UltraRapidPalette(UltraRapidPermissions permissions, CurrentStaff current) {
        this.permissions = permissions;
        this.current = current;
    }

    @Override
    public List<PaletteEntry> find(String text, Locale locale) {
        var title = I18NProvider.translate(locale, "ultrarapid.menu");
        var asked = text.length() >= SHORTEST && title.toLowerCase(locale).contains(text.toLowerCase(locale));
        var physician =
                current.find().filter(member -> member.role() == Role.PHYSICIAN).isPresent();
        return asked && physician && permissions.enabled()
                ? List.of(new PaletteEntry(
                        Glyph.SHIELD_ALERT,
                        title,
                        "",
                        I18NProvider.translate(locale, "ultrarapid.section"),
                        UltraRapidRoutes.PERMISSIONS,
                        null))
                : List.of();
    }

    @Override
    public int order() {
        return 90;
    }
}
