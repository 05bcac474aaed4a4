package org.relais.referral.ui;

import com.vaadin.flow.i18n.I18NProvider;

import org.relais.referral.Letter;
import org.relais.referral.PartnerReferralRow;
import org.relais.referral.StaleReferral;
import org.relais.shared.Conflict;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Changes what the letter of a draft says. */
final class LetterDialog extends FormDialog {

    private final transient ReferralDesk desk;
    private final transient PartnerReferralRow row;
    private final transient Runnable changed;
    private final LetterFields letter = new LetterFields();

    LetterDialog(ReferralDesk desk, PartnerReferralRow row, Letter stored, Runnable changed) {
        super(
                I18NProvider.translate("referral.letter.page", row.recipientName()),
                I18NProvider.translate("directory.save"));
        this.desk = desk;
        this.row = row;
        this.changed = changed;
        addClassName("relais-letter-dialog");
        letter.show(stored.paragraphs(), errors());
        fields(letter);
    }

    @Override
    protected void save() {
        try {
            desk.referrals().write(desk.write(row.person()), row.id(), row.version(), letter.letter());
            Toast.success(getTranslation("referral.letter.saved"));
            changed.run();
        } catch (StaleReferral _) {
            throw new Conflict("referral.stale");
        }
    }
}
