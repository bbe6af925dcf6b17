namespace WobWorkflow.Cases;

/// <summary>Closes the ruling, once every decision that it made necessary has been announced.</summary>
public sealed record CloseRuling : IStep<Ruling, CloseRuling>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "close", nl: "Uitspraak afsluiten", en: "Close the ruling", [Role.Litigator, Role.Coordinator], article: "Awb 8:72(4)",
        when: r => r.Facts is null ? new Refused("not-registered", "Deze uitspraak is nog niet geregistreerd.") : null);

    public static Outcome Decide(Ruling ruling, CloseRuling step, At at)
    {
        var waiting = ruling.Rows.Where(row => row.NotApplied is null && (row.AppliedOn is null || (row.Owes && row.AnsweredOn is null))).ToList();
        return waiting.Count == 0
            ? new RulingClosed()
            : new Refused("decision-owed", $"Nog niet afgerond: {string.Join(", ", waiting.Select(row => row.CaseNumber))}.");
    }
}

public sealed record RulingClosed : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with { ClosedOn = entry.On };
}
