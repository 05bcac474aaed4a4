package org.relais.privacy.ui;

import java.time.Instant;
import java.util.List;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.centre.Centre;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.uikit.DateField;

/** Gives a colleague access until a day, and says why. */
final class GiveAccessDialog extends PrivacyDialog {

    /** What happens with it. */
    interface Giving {

        void give(CentreId centre, StaffId staff, Instant until, String reason);
    }

    private static final int USUAL_DAYS = 14;

    private final ColleagueField staff;
    private final Select<Centre> centre = new Select<>();
    private final DateField until;
    private final TextField reason = new TextField();
    private final transient PrivacyWords words;
    private final transient Giving giving;

    GiveAccessDialog(PrivacyWords words, List<Centre> centres, Giving giving) {
        super("privacy.given.give");
        this.words = words;
        this.giving = giving;
        staff = new ColleagueField(getTranslation("privacy.field.colleague"), words.colleagues());
        staff.addClassName("relais-wide");
        centre.setLabel(getTranslation("privacy.field.for-centre"));
        centre.setItems(centres);
        centre.setItemLabelGenerator(Centre::name);
        centre.setValue(centres.getFirst());
        centre.setVisible(centres.size() > 1);
        centre.addClassName("relais-wide");
        until = new DateField(getTranslation("privacy.field.until"));
        until.setValue(words.today().plusDays(USUAL_DAYS));
        until.setRequiredIndicatorVisible(true);
        reason.setLabel(getTranslation("privacy.field.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.addClassName("relais-wide");
        errors().register("staff", staff).register("until", until).register("reason", reason);
        explain(getTranslation("privacy.given.explain"));
        fields(staff, centre, until, reason);
    }

    @Override
    void act() {
        giving.give(
                centre.getValue().id(),
                staff.required("staff"),
                words.endOf(Days.required("until", until)),
                reason.getValue());
    }
}
