namespace WobWorkflow.Cases;

/// <summary>Signs the letter to Parliament as it stands. Never the one who drafted or edited it; a later version has to be signed again.</summary>
public sealed record SignParliamentLetter : IStep<Ruling, SignParliamentLetter>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "sign-letter", nl: "Kamerbrief ondertekenen", en: "Sign the letter to Parliament", [Role.Signatory], article: "Gw 68",
        when: ruling => RulingSteps.NotRegistered(ruling)
            ?? (ruling.InformedOn is not null ? new Refused("already-informed", "De Kamer is al geïnformeerd.")
            : ruling.Letter is null ? new Refused("letter-missing", "Stel eerst de Kamerbrief op.")
            : ruling.Letter.SignedBy is not null ? new Refused("already-signed", "De Kamerbrief is al ondertekend.")
            : null));

    public static Outcome Decide(Ruling ruling, SignParliamentLetter step, At at)
    {
        if (ruling.Letter is not { IsPrepared: true } letter)
            return new Refused("letter-not-ready", "De Kamerbrief wordt nog opgesteld; probeer het zo opnieuw.");
        if (letter.DraftedBy == at.Actor.Id || letter.EditedBy == at.Actor.Id)
            return Refused.Forbidden("signatory-is-drafter", "Wie een brief schrijft, ondertekent hem niet: vraag een ander.");
        if (LettersLeftOpen.WhyNot(ruling.Artifacts[letter.Versions[^1]]?.OpenPlaces ?? []) is { } open)
            return open;
        return OfficeHolders.NoLongerHolds(letter, at) ?? (Outcome)new ParliamentLetterSigned(letter.Versions[^1]);
    }
}

/// <param name="ArtifactId">The version that was signed.</param>
public sealed record ParliamentLetterSigned(ArtifactId ArtifactId) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with { Letter = ruling.Letter! with { SignedBy = entry.Actor, SignedOn = entry.On } };
}

/// <summary>Who signs a letter that the body signs itself.</summary>
internal static class OfficeHolders
{
    /// <summary>The refusal where the letter prints someone who doesn't hold the office on the day; null where it can go.</summary>
    public static Refused? NoLongerHolds(ParliamentLetter letter, At at)
    {
        var holder = at.Facts.HolderOn(at.Facts.Letterhead.Body, at.On);
        return letter.EditedBy is null && holder?.From != letter.HolderSince
            ? new Refused("office-holder-changed", holder is null
                ? $"Op {Dutch.Date(at.On)} is niet bekend wie het ambt bekleedt dat de Kamerbrief ondertekent: leg dat vast en stel de brief opnieuw op."
                : $"Op {Dutch.Date(at.On)} bekleedt een ander het ambt dat de Kamerbrief ondertekent: stel de brief opnieuw op.")
            : null;
    }
}
