using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// Documents that were filed with a court with the word that only the judge may see them, or that they are withheld from it (beperkte kennisneming,
/// geheimhouding, Awb 8:29). What they hold is an access class of its own: only who litigates makes, reads or fetches it, and each time is an event.
/// </summary>
/// <param name="ByLaw">Whether the court needs no decision and no consent (Awb 8:29(6)): a dispute about a decision under the Woo.</param>
/// <param name="Reasons">The weighty reasons that the court is told.</param>
public sealed record CourtBundle(
    CourtBundleId Id,
    RemedyId RemedyId,
    LimitedKnowledge Asked,
    bool ByLaw,
    ImmutableArray<DocumentId> Documents,
    FreeText Reasons,
    DateOnly AskedOn,
    string AskedBy)
{
    /// <summary>What the secrecy chamber decided (Awb 8:29(3)); null until then, and where it need not.</summary>
    public SecrecyRuling? Ruling { get; init; }

    /// <summary>What other parties said to a judgment that rests on it too (Awb 8:29(5)), oldest first; of those of one party the last one holds.</summary>
    public ImmutableList<PartyConsent> Consents { get; init; } = [];

    /// <summary>What was done after the chamber refused; null until then, and where it refused nothing.</summary>
    public RefusedDocuments? FollowUp { get; init; }

    /// <summary>What only the judge may see now: what was refused is no longer in it once it was withdrawn or filed openly.</summary>
    public ImmutableArray<DocumentId> Sealed => FollowUp is null ? Documents : [.. Documents.Where(id => !Ruling!.Refused.Contains(id))];

    /// <summary>Whether the body still has to say what becomes of documents for which the limitation was refused.</summary>
    public bool IsFollowUpOwed => Ruling is { Refused.IsEmpty: false } && FollowUp is null;

    /// <summary>Whether a party refused its consent, so that another chamber decides (Awb 8:29(5)).</summary>
    public bool IsReferred => Consents.GroupBy(consent => consent.Party).Any(of => !of.Last().Given);

    /// <summary>How far it is.</summary>
    public CourtBundleState State => this switch
    {
        { Ruling: null, ByLaw: true } => CourtBundleState.ByLaw,
        { Ruling: null } => CourtBundleState.Pending,
        { Ruling.Outcome: SecrecyOutcome.Justified } => CourtBundleState.Justified,
        { Ruling.Outcome: SecrecyOutcome.PartlyJustified } => CourtBundleState.PartlyJustified,
        _ => CourtBundleState.NotJustified,
    };
}

/// <summary>What a body asks under Awb 8:29(1).</summary>
public enum LimitedKnowledge
{
    /// <summary>That only the judge sees the documents.</summary>
    OnlyTheJudge,

    /// <summary>That the documents are not handed over at all.</summary>
    Withheld,
}

/// <summary>How far a request for limited knowledge is.</summary>
public enum CourtBundleState
{
    Pending,

    /// <summary>No decision is needed (Awb 8:29(6)).</summary>
    ByLaw,
    Justified,
    PartlyJustified,
    NotJustified,
}

/// <summary>What the secrecy chamber (geheimhoudingskamer) decided.</summary>
public enum SecrecyOutcome
{
    Justified,
    PartlyJustified,
    NotJustified,
}

/// <summary>A decision of the secrecy chamber.</summary>
/// <param name="Refused">The documents for which the limitation is not justified.</param>
/// <param name="AnswerBy">The day by which the court wants to hear what becomes of them; null where it set none.</param>
public sealed record SecrecyRuling(SecrecyOutcome Outcome, ImmutableArray<DocumentId> Refused, DateOnly? AnswerBy, FreeText? Note, DateOnly On, string By);

/// <summary>What a party said to a judgment that rests on what it may not see.</summary>
public sealed record PartyConsent(PersonId Party, bool Given, DateOnly On, string By);

/// <summary>What became of the documents for which the limitation was refused.</summary>
public sealed record RefusedDocuments(RefusedAnswer Answer, FreeText? Note, DateOnly On, string By);

/// <summary>What a body does with documents that the court will not keep from the other parties.</summary>
public enum RefusedAnswer
{
    /// <summary>Takes them back; the court may draw its own conclusions (Awb 8:31).</summary>
    Withdrawn,

    /// <summary>Files them for all parties to read.</summary>
    FiledOpenly,
}

/// <summary>What there is of court bundles.</summary>
public static class CourtBundles
{
    /// <summary>The named assumption on when the court needs no decision.</summary>
    public const string Assumption = "limited-knowledge-by-law";

    public static IEnumerable<CourtBundle> Of(Case c, RemedyId remedy) => c.CourtBundles.Where(bundle => bundle.RemedyId == remedy);

    /// <summary>Whether what was asked of an earlier court has to be asked of this one again: a decision on it holds for one instance.</summary>
    public static bool IsToRedo(Case c, Remedy remedy) =>
        remedy is { Runs: true, Kind: RemedyKind.HigherAppeal } && !Of(c, remedy.Id).Any()
        && c.CourtBundles.Any(bundle => bundle.RemedyId != remedy.Id && c.Remedies[bundle.RemedyId]!.LodgedOn <= remedy.LodgedOn && !bundle.Sealed.IsEmpty);

    /// <summary>The documents of which something is kept from the other parties, as things are judged now.</summary>
    public static ImmutableArray<DocumentId> Withheld(Case c) =>
        [.. c.Documents.Where(document => document.InScope && Reviewing.JudgementOf(c, document) is Judgement.NotPublic or Judgement.PartlyPublic).Select(document => document.Id)];

    /// <summary>Whether this person may read it: who litigates, as far as the clearance goes. A coordinator or an auditor may not.</summary>
    public static bool MayRead(Case c, CourtBundle bundle, Actor actor) =>
        actor.Is(Role.Litigator) && bundle.Documents.All(id => c.Documents[id] is not { } document || document.Marking <= actor.Clearance);

    internal static Refused NotFound { get; } = Refused.Unknown("court-bundle-not-found", "Dit verzoek om beperkte kennisneming hoort niet bij deze zaak.");

    internal static Refused? None(Case c) => c.CourtBundles.Count > 0 ? null : new Refused("no-court-bundle", "In deze zaak is geen beperkte kennisneming gevraagd.");

    /// <summary>
    /// Whether the law itself limits the knowledge and gives the consent: a dispute about a decision under the Woo. A court reviews a decision by the act
    /// under which it was taken.
    /// </summary>
    internal static bool IsByLaw(Case c, Remedy remedy, LimitedKnowledge asked, DateOnly on)
    {
        var decision = remedy.DecisionId ?? c.Rulings.FindLast(applied => applied.RulingId == remedy.RulingId)?.DecisionId;
        var regime = decision is { } id && c.Decisions[id] is { TakenOn: { } taken } ? Regimes.Of(taken) : Regimes.Of(on);
        return asked == LimitedKnowledge.OnlyTheJudge && regime == Regime.Woo;
    }
}
