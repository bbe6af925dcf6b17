using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// The gate through which every document passes that goes into a package. It fails closed: what no row lets through stays in. It is asked for each document
/// anew, on the state of the moment, and looks at the case once for all of them.
/// </summary>
public sealed class OutgoingGate
{
    private static readonly ImmutableArray<GateCheck> Disclosed =
    [
        // What is left out because it was decided so; the inventory tells of it.
        GateCheck.LeavesOut("dropped", at => at.Document.DroppedOn is not null),
        GateCheck.LeavesOut("taken-apart", at => !at.Document.InScope),
        GateCheck.LeavesOut("duplicate", at => IsJudgedWithItsOriginal(at)),
        GateCheck.Stops("not-assessed", at => at.Judgement is null),
        GateCheck.LeavesOut("not-public", at => at.Judgement == Judgement.NotPublic),
        GateCheck.LeavesOut("out-of-scope", at => at.Judgement == Judgement.OutOfScope),
        GateCheck.LeavesOut("already-public", at => at.Judgement == Judgement.AlreadyPublic),
        // What belongs in it and can't be, for now.
        GateCheck.Stops("reassessment-open", at => at.Gate._open.Contains(at.Document.Id)),
        GateCheck.Stops("withdrawn", at => at.Document.Release.WithdrawnOn is not null),
        GateCheck.Stops("suspended", at => at.Document.Release.SuspendedOn is not null),
        GateCheck.Stops("held", at => at.Gate._held.Contains(at.Document.Id)),
        GateCheck.Stops("release-stayed", at => at.Gate._stayed),
        GateCheck.Stops("release-too-early", at => at.Gate._early.Contains(at.Document.Id)),
    ];

    /// <summary>Last: whether it is put to this reader, and known what of it is another's.</summary>
    private static ImmutableArray<GateCheck> ToReader =>
    [
        GateCheck.Stops("not-put-to-reader", at => at.Reader?.Documents.Contains(at.Document.Id) != true),
        GateCheck.Stops("concerns-another-party", at => ReaderRenditions.WhyNot(at.Case, at.Reader!, at.Document) == "concerns-another-party"),
        GateCheck.Stops("attribution-outdated", at => ReaderRenditions.WhyNot(at.Case, at.Reader!, at.Document) == "attribution-outdated"),
    ];

    private static readonly ImmutableArray<GateCheck> Here =
    [
        GateCheck.LeavesOut("dropped", at => at.Document.DroppedOn is not null),
        GateCheck.LeavesOut("taken-apart", at => !at.Document.InScope),
        // A state secret travels by another way than this system, and so does what was never kept here: the overview says so.
        GateCheck.LeavesOut("state-secret-elsewhere", at => Markings.IsStateSecret(at.Document.Marking)),
        GateCheck.LeavesOut("content-elsewhere", at => at.Document.Content is null),
    ];

    private static readonly ImmutableArray<GateCheck> Proposed =
    [
        GateCheck.LeavesOut("dropped", at => at.Document.DroppedOn is not null),
        GateCheck.LeavesOut("taken-apart", at => !at.Document.InScope),
        // What is not proposed for disclosure is not shown to who is asked about disclosure.
        GateCheck.Stops("not-assessed", at => at.Judgement is null),
        GateCheck.LeavesOut("not-public", at => at.Judgement == Judgement.NotPublic),
        GateCheck.LeavesOut("out-of-scope", at => at.Judgement == Judgement.OutOfScope),
        GateCheck.LeavesOut("already-public", at => at.Judgement == Judgement.AlreadyPublic),
        GateCheck.Stops("reassessment-open", at => at.Gate._open.Contains(at.Document.Id)),
        .. ToReader,
    ];

    private static readonly FrozenDictionary<Audience, AudienceRule> Rules = new[]
    {
        new AudienceRule(Audience.Requester, Disclosed, PublicVersionOf),
        new AudienceRule(Audience.Public, Disclosed, PublicVersionOf),
        new AudienceRule(Audience.Agency, [.. Here, .. ToReader], at => VersionForReader(at, OriginalOf)),
        new AudienceRule(Audience.ThirdParty, Proposed, at => VersionForReader(at, PublicVersionOf)),
        new AudienceRule(Audience.Court, Here, OriginalOf),
    }.ToFrozenDictionary(rule => rule.Audience);

    private readonly Case _case;
    private readonly Audience _audience;
    private readonly FrozenSet<DocumentId> _open;
    private readonly FrozenSet<DocumentId> _held;
    private readonly FrozenSet<DocumentId> _early;
    private readonly bool _stayed;
    private readonly Reader? _reader;

    /// <param name="about">What the package belongs to: the id of a decision, consultation, view or court bundle.</param>
    /// <param name="today">The local date on which it is made.</param>
    public OutgoingGate(Case c, Audience audience, string about, DateOnly today)
    {
        (_case, _audience, _reader) = (c, audience, Reader.Of(c, about));
        _open = c.Reassessments.Where(reassessment => reassessment.IsOpen(c)).Select(reassessment => reassessment.DocumentId).ToFrozenSet();
        // What keeps the public out keeps the requester out too (Woo 4.4(5)).
        _held = c.Publications.SelectMany(publication => publication.Held).ToFrozenSet();
        var decided = Id.TryParse<DecisionId>(about, out var decision);
        _early = c.Publications.Where(publication => publication.ObjectionExpected && !(Publishing.EarliestOn(c, publication) <= today))
            .SelectMany(publication => publication.Documents).Concat(decided ? ObjectedTo(c, decision, today) : []).ToFrozenSet();
        _stayed = decided && Publishing.IsStayed(c, decision);
    }

    /// <summary>
    /// Whose release nobody planned, and to which a third party objected: its objection is expected (Woo 4.4(5)), and another party is not to read it before that
    /// one could go to court. Where a release was planned, a person said whether an objection is expected.
    /// </summary>
    private static IEnumerable<DocumentId> ObjectedTo(Case c, DecisionId id, DateOnly today)
    {
        if (c.Decisions[id]?.DispatchedOn is { } announced && ReleaseDelay.EarliestRelease(announced) <= today)
            return [];
        var planned = c.Publications.SelectMany(publication => publication.Documents).ToHashSet();
        return c.Views.Where(view => view.Drift is ViewDrift.Objects or ViewDrift.ObjectsInPart).SelectMany(view => view.Documents).Where(document => !planned.Contains(document));
    }

    public GateAnswer Of(Document document)
    {
        if (!Rules.TryGetValue(_audience, out var rule))
            return new Stopped("audience-unknown");
        if (!ReferenceEquals(_case.Documents[document.Id], document))
            return new Stopped("not-of-this-case");
        var at = new GatePlace(this, _case, document, Reviewing.JudgementOf(_case, document), _reader);
        return rule.Checks.FirstOrDefault(check => check.Applies(at))?.Answer ?? rule.VersionOf(at);
    }

    private static GateAnswer PublicVersionOf(GatePlace at) => PublicVersions.Of(at.Case, at.Document) is { } content
        ? new GoesIn(content, content == at.Document.Content ? DocumentVersion.Original : DocumentVersion.Rendition)
        : new Stopped(PublicVersions.WhyNot(at.Case, at.Document)!);

    /// <summary>Of what this reader may not see all that others may, the rendition for this reader, and never anything else.</summary>
    private static GateAnswer VersionForReader(GatePlace at, Func<GatePlace, GateAnswer> otherwise) =>
        !ReaderRenditions.Needs(at.Case, at.Reader!, at.Document) ? otherwise(at)
        : ReaderRenditions.CurrentOf(at.Case, at.Reader!, at.Document) is { } rendition ? new GoesIn(rendition.Content, DocumentVersion.ReaderRendition)
        : new Stopped(ReaderRenditions.WhyNot(at.Case, at.Reader!, at.Document)!);

    private static GateAnswer OriginalOf(GatePlace at) => at.Document.Content is { } content ? new GoesIn(content, DocumentVersion.Original) : new Stopped("content-elsewhere");

    /// <summary>It is given once, and its duplicate is a line of the inventory.</summary>
    private static bool IsJudgedWithItsOriginal(GatePlace at) =>
        at.Document is { DuplicateOf: not null, Assessment: null } && !at.Case.PassagesOf(at.Document.Id).Any();
}

/// <summary>What the gate says of a document.</summary>
public abstract record GateAnswer;

/// <summary>It goes in, as this file.</summary>
public sealed record GoesIn(StoredContent Content, DocumentVersion Version) : GateAnswer;

/// <summary>It is not to be in the package: so it was decided, and the inventory says so.</summary>
/// <param name="Code">Why, kebab-case.</param>
public sealed record StaysOut(string Code) : GateAnswer;

/// <summary>It belongs in the package and may not go now: without it the package is incomplete.</summary>
/// <param name="Code">Why, kebab-case.</param>
public sealed record Stopped(string Code) : GateAnswer;

/// <summary>Which file of a document.</summary>
public enum DocumentVersion
{
    /// <summary>As it came. What a program wrote into it about itself is taken out before it goes.</summary>
    Original,

    /// <summary>A redacted rendition, which held under inspection.</summary>
    Rendition,

    /// <summary>The rendition for this reader alone, which held under inspection.</summary>
    ReaderRendition,
}

/// <summary>What a check looks at.</summary>
/// <param name="Reader">Who is asked with the package; null where it goes with something else.</param>
internal sealed record GatePlace(OutgoingGate Gate, Case Case, Document Document, Judgement? Judgement, Reader? Reader);

/// <summary>A check of the gate: the first that applies gives the answer.</summary>
internal sealed record GateCheck(GateAnswer Answer, Func<GatePlace, bool> Applies)
{
    public static GateCheck LeavesOut(string code, Func<GatePlace, bool> applies) => new(new StaysOut(code), applies);

    public static GateCheck Stops(string code, Func<GatePlace, bool> applies) => new(new Stopped(code), applies);
}

/// <summary>What an audience may get.</summary>
/// <param name="VersionOf">Which file of a document that no check kept in.</param>
internal sealed record AudienceRule(Audience Audience, ImmutableArray<GateCheck> Checks, Func<GatePlace, GateAnswer> VersionOf);
