package org.relais.uikit;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;

import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ViewPackages(packages = "org.relais.uikit")
class FieldErrorsTests extends BrowserlessTest {

    private final TextField reason = new TextField();
    private final TextField place = new TextField();
    private final FieldErrors errors =
            new FieldErrors().register("reason", reason).register("place", place);

    @Test
    void a_refusal_stands_at_the_field_it_names() {
        var done = errors.run(() -> {
            throw new InvalidInput("reason", "shared.error.too-long", 200, 250);
        });
        assertThat(done).isFalse();
        assertThat(reason.isInvalid()).isTrue();
        assertThat(reason.getErrorMessage()).contains("shared.error.too-long");
        assertThat(place.isInvalid()).isFalse();
        assertThat(toasts()).isZero();
    }

    @Test
    void what_names_no_field_of_the_form_is_said_in_a_toast() {
        errors.run(() -> {
            throw new InvalidInput("elsewhere", "shared.error.required");
        });
        errors.run(() -> {
            throw new Conflict("shared.error.stale");
        });
        assertThat(reason.isInvalid() || place.isInvalid()).isFalse();
        assertThat(toasts()).isEqualTo(2);
    }

    @Test
    void the_next_attempt_clears_what_the_last_one_said() {
        errors.show(new InvalidInput("reason", "shared.error.required"));
        assertThat(errors.run(() -> {})).isTrue();
        assertThat(reason.isInvalid()).isFalse();
        assertThat(reason.getErrorMessage()).isEmpty();
    }

    @Test
    void a_fault_of_ours_is_not_taken_for_a_refusal() {
        assertThatThrownBy(() -> errors.run(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private long toasts() {
        return $(Notification.class).all().stream()
                .filter(Notification::isOpened)
                .count();
    }
}
