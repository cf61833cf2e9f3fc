package io.retrace.ui.component;

import com.vaadin.flow.component.Html;

/** Small line drawings that stand beside words, never instead of them. */
public enum Icon {
    CHECK("<path d=\"m5 12.5 4.5 4.5L19 7.5\"/>"),
    CLOCK("<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7.5V12l3 2\"/>"),
    NONE("<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M8 12h8\"/>"),
    LOCK("<rect x=\"5.5\" y=\"11\" width=\"13\" height=\"8.5\" rx=\"2\"/><path d=\"M8.5 11V8a3.5 3.5 0 0 1 7 0v3\"/>"),
    ALERT("<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 7v6\"/><path d=\"M12 16.8v.4\"/>"),
    SENT("<path d=\"m4 12 16-7-6 16-3-7z\"/><path d=\"m11 14 4-4\"/>"),
    WAIT("<circle cx=\"12\" cy=\"12\" r=\"8.5\" stroke-dasharray=\"2.5 3.2\"/>"),
    BACK("<path d=\"m14.5 5.5-6.5 6.5 6.5 6.5\"/>");

    private final String shape;

    Icon(String shape) {
        this.shape = shape;
    }

    /** A fresh drawing in the colour of the text around it; screen readers pass over it. */
    public Html draw() {
        return new Html("<svg class=\"icon\" viewBox=\"0 0 24 24\" width=\"16\" height=\"16\" fill=\"none\""
                + " stroke=\"currentColor\" stroke-width=\"2.2\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
                + " aria-hidden=\"true\">" + shape + "</svg>");
    }
}
