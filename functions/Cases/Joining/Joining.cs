using System.Collections.Frozen;

namespace WobWorkflow.Cases;

/// <summary>What holds while one case is treated in another.</summary>
public static class Joining
{
    /// <summary>The steps that are taken in the other case, because its documents and its decision are those of both.</summary>
    public static FrozenSet<string> TakenThere { get; } = new[]
    {
        "join", "split", "forward", "demand-information", "decline-to-treat", "intend-disclosure",
        "add-document", "describe-document", "drop-document", "record-search", "ask-unit", "close-collection", "reopen-collection",
        "consult", "record-declassification", "ask-view", "attribute-passages", "hide-passages", "close-consultation",
        "assess-document", "assess-documents", "assess-passage", "assess-passages", "add-redaction", "add-reader-rendition", "link-document", "keep-assessment", "write-motivation",
        "translate-grounds", "close-review", "reopen-review",
        "draft-decision", "submit-decision", "answer-checks", "approve-decision", "return-decision", "take-decision", "plan-release",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Steps by which a case would no longer decide on what others wait for.</summary>
    private static readonly FrozenSet<string> Abandoning = new[] { "withdraw", "decline-to-treat", "join", "split" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The refusal of a step because of another case; null where nothing stands in its way.</summary>
    public static Refused? WhyNot(Case c, string step) =>
        c.Joining is { } joined && TakenThere.Contains(step)
            ? new Refused("joined", $"Dit verzoek wordt behandeld in zaak {joined.CaseId}: doe dit daar, of beëindig eerst de samenvoeging.")
        : Abandoning.Contains(step) && c.Joined.Exists(joined => joined.LeftOn is null)
            ? new Refused("others-joined", "In deze zaak wordt ook een ander verzoek behandeld, dat op haar besluit wacht. Beëindig eerst daar de samenvoeging; "
                + "leg dit daarna vast op de dag waarop het gebeurde.")
        : null;

    /// <summary>The decisions of which a joined case is to be told, once the text of the letter is settled.</summary>
    public static IEnumerable<(JoinedCase Joined, Decision Decision, ArtifactId Text)> Owed(Case c) =>
        from joined in c.Joined
        where joined.LeftOn is null
        from decision in c.Decisions
        where Concerns(decision, joined) && !joined.Told.Exists(told => told.DecisionId == decision.Id)
            && DecisionBasis.LetterOf(c, decision) is { State: LetterState.Signed or LetterState.Dispatched, Anonymised: not null }
        select (joined, decision, DecisionBasis.LetterOf(c, decision)!.Anonymised!.Value);

    /// <summary>Whether a joined case waits for the rendition without personal data, which only a person can make of an edited letter.</summary>
    public static bool AwaitsRendition(Case c, JoinedCase joined) => joined.LeftOn is null && c.Decisions.Any(decision =>
        Concerns(decision, joined) && !joined.Told.Exists(told => told.DecisionId == decision.Id)
        && DecisionBasis.LetterOf(c, decision) is { State: LetterState.Signed or LetterState.Dispatched, Anonymised: null });

    /// <summary>Whether a joined case has not been told yet of a decision that was taken for it too.</summary>
    public static bool IsAwaited(Case c) => c.Joined.Exists(joined => joined.LeftOn is null
        && c.Decisions.Any(decision => Concerns(decision, joined) && !joined.Told.Exists(told => told.DecisionId == decision.Id)));

    /// <summary>Why a case can't go on in another; null where it can.</summary>
    internal static Refused? WhyNotFrom(Case c) =>
        c.Intake.Qualification is null ? new Refused("not-qualified", "Leg eerst vast wat voor verzoek dit is.")
        : c.Intake.Qualification != Qualification.PublicInformation
            ? new Refused("kind-not-joined", "Alleen verzoeken om openbare informatie worden samen behandeld: op de andere wordt voor één verzoeker beslist.", "Woo 5.5")
        : c.Decisions.Any(decision => decision.TakenOn is not null)
            ? new Refused("already-decided", "Op een deel van dit verzoek is al beslist; het gaat niet meer samen met een ander.")
        : c.Decisions.Count > 0 ? new Refused("decision-open", "Er is al een besluit in voorbereiding in deze zaak.")
        : c.Consultations.Any(asked => asked.IsOpen) || c.Views.Any(asked => asked.AnsweredOn is null)
            ? new Refused("document-asked-about", "Over documenten van deze zaak is nog een advies of zienswijze gevraagd: wacht die af, of trek de vraag in.", "Awb 4:8")
        : c.Intake.Forwardings.Any(forwarded => forwarded.Part is null)
            ? new Refused("request-forwarded", "Het hele verzoek wordt doorgezonden.")
        : null;

    /// <summary>Why a case can't take another in; null where it can.</summary>
    internal static Refused? WhyNotHere(Case c, JoinedTo asked) =>
        c.IsClosed ? new Refused("case-closed", "De andere zaak is gesloten.")
        : c.Joining is { } elsewhere ? new Refused("joined", $"De andere zaak wordt zelf behandeld in zaak {elsewhere.CaseId}.")
        : Treating.WhyNot(c) ?? Pending.WhyNot(c)
        ?? (c.Intake.Qualification != asked.Qualification ? new Refused("kind-differs", "De andere zaak is een ander soort verzoek.")
            : c.Request!.Environmental != asked.Environmental
                ? new Refused("environment-differs", "Het ene verzoek gaat over milieu-informatie en het andere niet; daarvoor gelden andere termijnen en gronden.", "Wob 10(4)")
            : c.Decisions.Any(decision => decision.TakenOn is not null)
                ? new Refused("already-decided", "In de andere zaak is al op een deel beslist, ook zonder dat de verzoeker van deze zaak partij was.")
            : c.Intake.Forwardings.Any(forwarded => forwarded.Part is null) ? new Refused("request-forwarded", "De andere zaak wordt in haar geheel doorgezonden.")
            : null);

    /// <summary>What went over is here again.</summary>
    internal static Case Restored(Case c, JoinedTo joined) => c with
    {
        Documents = joined.Documents.Aggregate(c.Documents, (all, carried) => all.With(carried.From, document => document with { DroppedOn = null, MovedTo = null })),
    };

    /// <summary>A decision concerns those who were there when it was taken. Not to treat a request is said of one request alone.</summary>
    private static bool Concerns(Decision decision, JoinedCase joined) =>
        decision is { TakenAt: { } taken, Kind: DecisionKind.Primary or DecisionKind.Partial or DecisionKind.OnObjection or DecisionKind.Supplementary or DecisionKind.Amending }
        && taken > joined.Since;
}
