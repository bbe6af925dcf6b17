namespace WobWorkflow.Cases;

/// <summary>Closes the ruling, once every decision that it made necessary has been announced.</summary>
public sealed record CloseRuling : IStep<Ruling, CloseRuling>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "close", nl: "Uitspraak afsluiten", en: "Close the ruling", [Role.Litigator, Role.Coordinator], article: "Awb 8:72(4)",
        when: r => r.Facts is null ? new Refused("not-registered", "Deze uitspraak is nog niet geregistreerd.") : null);

    public static Outcome Decide(Ruling ruling, CloseRuling step, At at)
    {
        if (RulingSteps.Waiting(ruling) is { IsEmpty: false } waiting)
            return new Refused("decision-owed", $"Nog niet afgerond is wat de uitspraak vraagt {RulingSteps.Named(waiting)}.");
        // A row that no case would take is passed over only by a person who looked: that is what confirming the scope says.
        if (ruling.ScopeConfirmedOn is null && ruling.Rows.FirstOrDefault(row => row.NotApplied is not null) is { } refused)
        {
            return new Refused("row-refused",
                $"De zaak bij {refused.CaseNumber} nam de uitspraak niet over. Herstel dat, of bevestig met confirm-scope dat daar niets meer hoeft te gebeuren.");
        }

        if (ruling is { Loop.Accepted: true, RepairReportedOn: null })
            return new Refused("repair-not-reported", "Het herstel is nog niet aan de rechter gemeld.", "Awb 8:51b(2)");
        return ruling is { Letter: not null, InformedOn: null }
            ? new Refused("parliament-not-informed", "De Kamerbrief is opgesteld maar nog niet verzonden.", "Gw 68")
            : new RulingClosed();
    }
}

public sealed record RulingClosed : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with { ClosedOn = entry.On };
}
