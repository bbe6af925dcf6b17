namespace WobWorkflow.Cases;

/// <summary>The day by which someone is asked to answer. It is chosen, so only a slip of the pen limits it.</summary>
internal static class AnswerDays
{
    public const string TooLate = "De gevraagde reactiedatum ligt meer dan een jaar na vandaag.";

    public static DateOnly Latest(At at) => at.On.AddYears(1);
}
