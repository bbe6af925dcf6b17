namespace WobWorkflow.Cases;

/// <summary>A day that a person chooses for someone else to answer by: after the step, and no further off than makes sense.</summary>
internal static class ChosenDay
{
    /// <param name="field">The payload's field that holds the day.</param>
    public static Refused? WhyNot(string field, DateOnly day, At at) =>
        day <= at.On ? Refused.Invalid(field, "date-too-early", "De gevraagde reactiedatum moet na de datum van deze stap liggen.")
        : day > at.On.AddYears(1) ? Refused.Invalid(field, "date-too-late", "De gevraagde reactiedatum ligt meer dan een jaar verder; kies een eerdere dag.")
        : null;
}
