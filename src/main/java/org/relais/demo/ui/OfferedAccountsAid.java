package org.relais.demo.ui;

import java.util.function.BiConsumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

import org.relais.demo.DemonstrationAccounts;
import org.relais.demo.DemonstrationSignIn;
import org.relais.shell.SignInAids;

/** One press fills the form with the account of a role. */
@org.springframework.stereotype.Component
@ConditionalOnProperty("relais.demonstration")
class OfferedAccountsAid implements SignInAids {

    private final DemonstrationAccounts offered;

    OfferedAccountsAid(DemonstrationAccounts offered) {
        this.offered = offered;
    }

    @Override
    public Component create(BiConsumer<String, String> fill) {
        var aid = new Div();
        aid.addClassName("demonstration-accounts");
        var list = new UnorderedList();
        for (var account : offered.accounts()) {
            var name = new Span(account.name());
            name.addClassName("demonstration-name");
            var choose = new NativeButton();
            choose.add(new Span(aid.getTranslation(account.role().key())), name);
            choose.addClickListener(_ -> fill.accept(account.username(), DemonstrationSignIn.PASSWORD));
            choose.setTestId("demonstration-" + account.username());
            choose.setAriaLabel(aid.getTranslation(
                    "demo.account",
                    account.name(),
                    aid.getTranslation(account.role().key())));
            list.add(new ListItem(choose));
        }
        aid.add(new Paragraph(aid.getTranslation("demo.accounts", DemonstrationSignIn.PASSWORD)), list);
        return aid;
    }
}
