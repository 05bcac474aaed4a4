package org.relais.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.SaturationDecisions;
import org.relais.shared.CentreId;
import org.relais.staff.Role;
import org.relais.uikit.Toast;

/** By which scale the centre reads the person's saturation; a physician changes it here. */
class SaturationPanel extends Div {

    private final transient SaturationDecisions saturation;
    private final transient AccessService access;
    private final transient Grant grant;
    private final transient CentreId centre;

    SaturationPanel(SaturationDecisions saturation, AccessService access, Grant grant, CentreId centre) {
        this.saturation = saturation;
        this.access = access;
        this.grant = grant;
        this.centre = centre;
        addClassName("relais-saturation");
        show();
    }

    private void show() {
        removeAll();
        var scale = saturation.scale(access.fresh(grant), centre);
        add(new Span(getTranslation(scale.key())));
        if (grant.actor().role() == Role.PHYSICIAN) {
            var change = new Button(
                    getTranslation("assessment.saturation.change"),
                    _ -> new SaturationDialog(scale, centre, command -> {
                                saturation.decide(
                                        access.grant(grant.person(), Section.MEDICAL, Right.WRITE, Purpose.CARE),
                                        command);
                                Toast.success(getTranslation("assessment.saturation.changed"));
                                show();
                            })
                            .open());
            change.addThemeName("tertiary");
            add(change);
        }
    }
}
