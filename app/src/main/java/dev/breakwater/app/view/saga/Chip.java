package dev.breakwater.app.view.saga;

/// One stage of an order's saga, as its row shows it: `✓ payment`.
public record Chip(String word, ChipState state) {
    public String text() {
        return state.sign().isEmpty() ? word : state.sign() + " " + word;
    }
}
