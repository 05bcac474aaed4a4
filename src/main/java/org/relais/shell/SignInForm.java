package org.relais.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/**
 * A plain form that posts name and password to the sign-in filter, so that browsers and password stores know it. The
 * page's own script adds the token against forged requests.
 */
@Tag("form")
final class SignInForm extends HtmlContainer {

    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();

    SignInForm(boolean refused) {
        addClassName("relais-sign-in-form");
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", "login");
        user.setLabel(getTranslation("shell.sign-in.user"));
        user.setAutocomplete(Autocomplete.USERNAME);
        user.getElement().setProperty("name", "username");
        user.setRequired(true);
        user.setAutofocus(true);
        password.setLabel(getTranslation("shell.sign-in.password"));
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.getElement().setProperty("name", "password");
        password.setRequired(true);
        user.setRequiredIndicatorVisible(false);
        password.setRequiredIndicatorVisible(false);
        user.setInvalid(refused);
        password.setInvalid(refused);
        var submit = new NativeButton(getTranslation("shell.sign-in.submit"));
        submit.addClassName("relais-submit");
        submit.getElement().setAttribute("type", "submit");
        add(user, password, submit);
    }

    void fill(String name, String secret) {
        user.setValue(name);
        password.setValue(secret);
    }
}
