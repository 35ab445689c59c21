package dev.breakwater.app.theme;

/// What the user wants the window to look like; SYSTEM follows the desktop.
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
}
