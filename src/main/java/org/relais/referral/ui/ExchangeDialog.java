package org.relais.referral.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.referral.ExchangeKind;
import org.relais.referral.NoteExchange;
import org.relais.referral.PartnerReferralRow;
import org.relais.shared.PartnerExchangeId;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Toast;

/** Notes a call or a letter about a referral. Its id is the form's: noting twice notes once. */
final class ExchangeDialog extends FormDialog {

    private final PartnerExchangeId id = PartnerExchangeId.create();
    private final transient ReferralDesk desk;
    private final transient PartnerReferralRow row;
    private final transient Runnable noted;
    private final RadioButtonGroup<ExchangeKind> kind = new RadioButtonGroup<>();
    private final Checkbox reached = new Checkbox(getTranslation("referral.exchange.reached"));
    private final TextArea words = new TextArea(getTranslation("referral.exchange.words"));

    ExchangeDialog(ReferralDesk desk, PartnerReferralRow row, Runnable noted) {
        super(
                I18NProvider.translate("referral.exchange.title", row.recipientName()),
                I18NProvider.translate("referral.exchange.verb"));
        this.desk = desk;
        this.row = row;
        this.noted = noted;
        kind.setLabel(getTranslation("referral.exchange.kind"));
        kind.setItems(ExchangeKind.values());
        kind.setItemLabelGenerator(one -> getTranslation(one.key()));
        kind.setValue(ExchangeKind.CALL);
        words.setMaxLength(500);
        add("words", words);
        fields(kind, reached);
    }

    @Override
    protected void save() {
        desk.referrals()
                .note(
                        desk.write(row.person()),
                        new NoteExchange(id, row.id(), kind.getValue(), reached.getValue(), words.getValue()));
        Toast.success(getTranslation("referral.exchange.noted"));
        noted.run();
    }
}
