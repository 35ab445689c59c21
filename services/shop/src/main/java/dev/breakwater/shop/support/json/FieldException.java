package dev.breakwater.shop.support.json;

/// A field is missing or has a wrong type or value.
public final class FieldException extends RuntimeException {
    private final String field;
    private final String problem;

    /// @param problem completes the sentence "the field …": `is missing`, `must be a text`
    public FieldException(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    /// As the sender wrote it: `items[0].quantity`.
    public String field() {
        return field;
    }

    /// Completes the sentence "the field …".
    public String problem() {
        return problem;
    }
}
