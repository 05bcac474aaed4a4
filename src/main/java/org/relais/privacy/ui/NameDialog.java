package org.relais.privacy.ui;

import java.util.List;
import java.util.function.Consumer;

import org.relais.privacy.ui.PrivacyWords.Colleague;
import org.relais.shared.StaffId;

/** Names one more colleague to whom a protected person is known. */
final class NameDialog extends PrivacyDialog {

    private final ColleagueField staff;
    private final transient Consumer<StaffId> name;

    NameDialog(List<Colleague> colleagues, Consumer<StaffId> name) {
        super("privacy.protection.name");
        this.name = name;
        staff = new ColleagueField(getTranslation("privacy.field.colleague"), colleagues);
        staff.addClassName("relais-wide");
        errors().register("named", staff);
        explain(getTranslation("privacy.protection.name.explain"));
        fields(staff);
    }

    @Override
    void act() {
        name.accept(staff.required("named"));
    }
}
