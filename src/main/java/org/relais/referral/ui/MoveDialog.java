package org.relais.referral.ui;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.referral.MoveReferral;
import org.relais.referral.PartnerReferralRow;
import org.relais.referral.ReferralState;
import org.relais.referral.StaleReferral;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Says what became of a referral, with the words or the day that it needs. */
final class MoveDialog extends FormDialog {

    private final transient ReferralDesk desk;
    private final transient PartnerReferralRow row;
    private final transient ReferralState state;
    private final transient Runnable changed;
    private final TextArea outcome = new TextArea();
    private final DateField on = new DateField(getTranslation("referral.move.on"));
    private final DateField awaitedOn = new DateField(getTranslation("referral.move.awaited"));
    private final DateField appointmentOn = new DateField(getTranslation("referral.move.date"));
    private final TimePicker appointmentAt = new TimePicker(getTranslation("referral.move.time"));

    MoveDialog(ReferralDesk desk, ReferralWords words, PartnerReferralRow row, ReferralState state, Runnable changed) {
        super(
                I18NProvider.translate("referral.move.title", row.subject(), words.say(state.key())),
                I18NProvider.translate("referral.verb."
                        + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        this.desk = desk;
        this.row = row;
        this.state = state;
        this.changed = changed;
        outcome.setLabel(getTranslation(
                state == ReferralState.REFUSED
                        ? "referral.move.outcome.refused"
                        : state.needsOutcome() ? "referral.move.outcome" : "referral.move.note"));
        outcome.setMaxLength(500);
        outcome.setRequiredIndicatorVisible(state.needsOutcome());
        if (state == ReferralState.APPOINTMENT) {
            add("appointmentAt", appointmentOn);
            appointmentAt.setStep(java.time.Duration.ofMinutes(15));
            appointmentAt.setValue(LocalTime.of(9, 0));
            fields(appointmentAt);
        } else {
            on.setValue(desk.centres()
                    .centre(row.centre())
                    .serviceDay()
                    .of(desk.clock().instant()));
            on.setVisible(state != ReferralState.WITHDRAWN && state != ReferralState.CLOSED);
        }
        add("outcome", outcome);
        if (state != ReferralState.APPOINTMENT) {
            add("on", on);
        }
        if (state == ReferralState.RECEIVED || state == ReferralState.WAITLISTED) {
            awaitedOn.setHelperText(getTranslation("referral.move.awaited.help"));
            awaitedOn.setValue(row.awaitedOn());
            add("awaitedOn", awaitedOn);
        }
    }

    @Override
    protected void save() {
        try {
            var now = desk.referrals()
                    .move(
                            desk.write(row.person()),
                            new MoveReferral(
                                    row.id(),
                                    row.version(),
                                    state,
                                    on.isVisible() && state != ReferralState.APPOINTMENT ? on.getValue() : null,
                                    outcome.getValue(),
                                    awaitedOn.getValue(),
                                    appointment()));
            Toast.success(
                    getTranslation("referral.moved", getTranslation(now.state().key())));
            changed.run();
        } catch (StaleReferral _) {
            throw new Conflict("referral.stale");
        }
    }

    private @Nullable Instant appointment() {
        if (state != ReferralState.APPOINTMENT) {
            return null;
        }
        var day = required("appointmentAt", appointmentOn);
        var time = appointmentAt.getValue();
        if (time == null) {
            throw new InvalidInput("appointmentAt", "referral.error.time");
        }
        var zone = desk.centres().centre(row.centre()).serviceDay().zone();
        return LocalDateTime.of(day, time).atZone(zone).toInstant();
    }
}
