namespace WobWorkflow.Cases;

/// <summary>
/// Records a complaint to the advisory council on openness about a decision (Woo 7.2(4)), on the day on which it was sent: from the day after, the
/// term for objection is suspended (Woo 7.3(2)).
/// </summary>
/// <param name="Person">Who complained; left out for the requester.</param>
public sealed record RecordCouncilComplaint(DecisionId DecisionId, PersonId? Person = null) : IStep<Case, RecordCouncilComplaint>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-council-complaint", nl: "Klacht bij Adviescollege vastleggen", en: "Record a complaint to the council",
        [Role.ObjectionHandler, Role.Handler, Role.Coordinator], article: "Woo 7.3(2)");

    public static Outcome Decide(Case c, RecordCouncilComplaint step, At at)
    {
        var person = step.Person ?? c.Request!.Requester;
        if (c.Parties[person] is null)
            return Refused.Unknown("person-not-found", "Deze persoon heeft geen rol in deze zaak.");
        if (c.Decisions[step.DecisionId] is not { } decision)
            return Refused.Unknown("decision-not-found", "Dit besluit hoort niet bij deze zaak.");
        if (decision.DispatchedOn is not { } announced || at.On < announced)
            return new Refused("decision-not-announced", "Dit besluit is nog niet bekendgemaakt.");
        if (!Routes.IsObjectable(c, decision))
            return new Refused("appeal-open", "Tegen dit besluit staat geen bezwaar open; een klacht schort dan niets op.");
        if (decision.RegimeOn(at.On) == Regime.Wob)
            return new Refused("not-in-this-act", "Dit besluit valt onder de Wob; het Adviescollege is er voor besluiten op grond van de Woo.");
        if (c.Complaints.Any(there => there.DecisionId == step.DecisionId && there.EndedOn is null))
            return new Refused("complaint-open", "Over dit besluit loopt al een klacht.");
        var term = CaseTerms.ForRemedy(c, decision, at.Facts, at.On);
        return at.On > term.Due
            ? new Refused("objection-term-ended", $"De bezwaartermijn is op {Dutch.Date(term.Due)} geëindigd en kan niet meer worden opgeschort.")
            : new CouncilComplained(c.Complaints.NextId, step.DecisionId, person);
    }
}

/// <summary>A complaint to the advisory council on openness.</summary>
/// <param name="EndedOn">When the council advised or told that it won't; null until then.</param>
public sealed record CouncilComplaint(ComplaintId Id, DecisionId DecisionId, PersonId Person, DateOnly SentOn, DateOnly? EndedOn = null, bool Advised = false, FreeText? Advice = null)
{
    /// <summary>The days of the objection term that it suspends; null where there are none.</summary>
    public Suspension? Days => SuspensionBases.Find("woo-7.3-2")!.Between(SentOn, EndedOn);
}

public sealed record CouncilComplained(ComplaintId ComplaintId, DecisionId DecisionId, PersonId Person) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Complaints = c.Complaints.Add(new CouncilComplaint(ComplaintId, DecisionId, Person, entry.On)),
    };
}
