package org.relais.uikit;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/**
 * A brief message at the bottom start: a success leaves after 4 seconds, one that can be undone after 8 (the time stands
 * still under the pointer or the focus), an error stays until it is closed. At most two stand at a time. What is overdue
 * or alarming is never a toast.
 */
public final class Toast extends Notification {

    private static final int MOST = 2;
    private static final int SUCCESS_SECONDS = 4;
    private static final int UNDO_SECONDS = 8;

    private Toast(Glyph glyph, String text) {
        setPosition(Position.BOTTOM_START);
        setDuration(0);
        addClassName("relais-toast");
        var words = new Span(text);
        words.addClassName("relais-grow");
        add(glyph.create(), words);
    }

    /** Says that something was done. */
    public static void success(String text) {
        var toast = new Toast(Glyph.CIRCLE_CHECK, text);
        toast.leaveAfter(SUCCESS_SECONDS, false);
        toast.show();
    }

    /** Says that something was done and offers to undo it for 8 seconds; {@code undo} runs at most once. */
    public static void undo(String text, Runnable undo) {
        var toast = new Toast(Glyph.CIRCLE_CHECK, text);
        var button = new Button(toast.getTranslation("uikit.toast.undo"), _ -> {
            if (toast.isOpened()) {
                toast.close();
                undo.run();
            }
        });
        button.addThemeName("tertiary");
        button.setDisableOnClick(true);
        toast.add(button);
        toast.leaveAfter(UNDO_SECONDS, true);
        toast.show();
    }

    /** Says that something failed; stays until it is closed. */
    public static void error(String text) {
        var toast = new Toast(Glyph.CIRCLE_X, text);
        toast.setAssertive(true);
        var close = new Button(Glyph.X.create(), _ -> toast.close());
        close.addThemeName("tertiary");
        close.setAriaLabel(toast.getTranslation("uikit.close"));
        toast.add(close);
        toast.show();
    }

    private void leaveAfter(int seconds, boolean counting) {
        add(new Countdown(seconds, counting, this::close));
    }

    private void show() {
        var ui = UI.getCurrentOrThrow();
        var open = ComponentUtil.getData(ui, OpenToasts.class);
        if (open == null) {
            open = new OpenToasts();
            ComponentUtil.setData(ui, OpenToasts.class, open);
        }
        open.admit(this, MOST);
        open();
    }
}
