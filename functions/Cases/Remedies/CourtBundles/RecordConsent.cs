namespace WobWorkflow.Cases;

/// <summary>
/// Records whether another party consents to a judgment that rests on documents which only the judge saw (Awb 8:29(5)). Where one refuses, another chamber
/// decides. Under the Woo the consent is given by law (Awb 8:29(6)).
/// </summary>
public sealed record RecordConsent(CourtBundleId CourtBundleId, PersonId Person, bool Given) : IStep<Case, RecordConsent>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-consent", nl: "Toestemming van een partij vastleggen", en: "Record a party's consent", [Role.Litigator], article: "Awb 8:29(5)",
        when: c => c.CourtBundles.Any(bundle => bundle.Ruling is { Outcome: not SecrecyOutcome.NotJustified }) ? null
            : CourtBundles.None(c) ?? new Refused("no-consent-asked", "Toestemming wordt pas gevraagd als beperkte kennisneming gerechtvaardigd is."));

    public static Outcome Decide(Case c, RecordConsent step, At at) => c.CourtBundles[step.CourtBundleId] switch
    {
        null => CourtBundles.NotFound,
        { ByLaw: true } => new Refused("consent-by-law", "Over een besluit op grond van de Woo is de toestemming van rechtswege gegeven.", "Awb 8:29(6)"),
        { Asked: LimitedKnowledge.Withheld } => new Refused("no-consent-asked", "De rechter ziet deze stukken niet; dan is geen toestemming nodig.", "Awb 8:29(4)"),
        { Ruling: null or { Outcome: SecrecyOutcome.NotJustified } } => new Refused("no-consent-asked", "Toestemming wordt pas gevraagd als beperkte kennisneming gerechtvaardigd is."),
        { Ruling.On: var ruled } when at.On < ruled => Refused.Invalid("effectiveOn", "before-ruling", "De toestemming kan niet van vóór de beslissing zijn."),
        _ when c.Parties[step.Person] is null => Refused.Unknown("person-not-found", "Deze partij hoort niet bij deze zaak."),
        var bundle when bundle.Consents.FindLast(consent => consent.Party == step.Person)?.Given == step.Given => Outcome.Of(),
        _ => new ConsentRecorded(step.CourtBundleId, step.Person, step.Given),
    };
}

public sealed record ConsentRecorded(CourtBundleId CourtBundleId, PersonId Person, bool Given) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        CourtBundles = c.CourtBundles.With(CourtBundleId, bundle => bundle with { Consents = bundle.Consents.Add(new PartyConsent(Person, Given, entry.On, entry.Actor)) }),
    };
}
