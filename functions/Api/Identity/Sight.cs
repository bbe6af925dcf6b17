using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>
/// What one caller may see. A liaison sees what was put to its agency and dispatched, and nothing beside it; a unit what it brought in itself; who works
/// on cases, or supervises that, sees them all. Whatever the role, clearance caps the content.
/// </summary>
internal sealed class Sight(Actor actor)
{
    private readonly bool _all = !actor.Roles.IsSubsetOf([Role.Unit, Role.Liaison]);

    public Actor Actor => actor;

    /// <summary>Whether whole cases are shown, and not only a part.</summary>
    public bool SeesAll => _all;

    /// <summary>Whether the caller may know that the case exists.</summary>
    public bool Sees(Case c) => c.Request is not null && (_all || actor.Is(Role.Unit) || c.Consultations.Any(Sees));

    /// <summary>A consultation is the agency's from the moment that the letter was dispatched.</summary>
    public bool Sees(Consultation consultation) => _all
        || (actor.Is(Role.Liaison) && actor.Agency is { } agency && consultation.Agency == agency && consultation.SentOn is not null);

    public bool Sees(Case c, Document document) => _all
        || (actor.Is(Role.Unit) && document.AddedBy == actor.Id)
        || c.Consultations.Any(consultation => Sees(consultation) && consultation.Documents.Contains(document.Id));

    /// <summary>
    /// The passages of a document that are kept from this caller: of an agency what a person hid from it (<see cref="HidePassages"/>). Neither they nor the file as it
    /// came is shown then.
    /// </summary>
    public ImmutableHashSet<PassageId> HiddenIn(Case c, Document document) => _all || (actor.Is(Role.Unit) && document.AddedBy == actor.Id) || c.HiddenFrom.IsEmpty ? [] :
    [
        .. c.Consultations.Where(consultation => Sees(consultation) && consultation.Documents.Contains(document.Id)).Select(consultation => Reader.Of(c, consultation.Id.ToString())!)
            .SelectMany(reader => ReaderRenditions.HiddenBesideOf(c, reader, document)).Select(passage => passage.Id),
    ];

    /// <summary>Whether the document may be read as it came.</summary>
    public bool ReadsWhole(Case c, Document document) => Reads(document.Marking) && HiddenIn(c, document).IsEmpty;

    /// <summary>The renditions for one reader that this caller may have: all, or of its own consultation what went to it.</summary>
    public bool Sees(Case c, Reader reader) => _all || c.Consultations.Any(consultation => consultation.Id.ToString() == reader.About && Sees(consultation));

    /// <summary>A liaison sees the letters that were written to it; content that a consultation was about counts too.</summary>
    /// <remarks>What only the judge may see, and what is fetched under the eye of the log, is no artifact to anyone: it has a way of its own.</remarks>
    public bool Sees(Case c, Artifact artifact)
    {
        if (PackageKinds.OfArtifact(artifact.Kind) is { IsFetchLogged: true })
            return false;
        var about = c.Consultations.FirstOrDefault(consultation => consultation.Id.ToString() == artifact.About);
        if (PackageKinds.OfArtifact(artifact.Kind) is { SeenBy: { IsEmpty: false } few })
            return _all && few.Overlaps(actor.Roles);
        return about is null ? _all : Sees(about) && Reads(c, about) && (_all || c.Letters.Any(letter =>
            letter.State == LetterState.Dispatched && letter.About == artifact.About && letter.AsSent == artifact.Id));
    }

    /// <summary>A package is for who sees the whole case, and some sorts for a few of those alone.</summary>
    public bool Sees(Package package) => _all && (!PackageKinds.Find(package.Kind).IsSealed || SeesSealed);

    /// <summary>Whether the content of something so marked may be shown, its title included.</summary>
    public bool Reads(Marking marking) => marking <= actor.Clearance;

    /// <summary>Whether this caller may know what was filed with courts for the judge alone (Awb 8:29), and who read it: who litigates, and who supervises that.</summary>
    public bool SeesSealed => actor.Is(Role.Litigator) || actor.Is(Role.Auditor);

    /// <summary>Whether this caller may read it: who litigates, as far as the clearance goes. A coordinator or an auditor may not.</summary>
    public bool ReadsSealed(Case c, CourtBundle bundle) => CourtBundles.MayRead(c, bundle, actor);

    /// <summary>What is asked and answered about documents tells of them.</summary>
    public bool Reads(Case c, Consultation consultation) => consultation.Documents.All(id => c.Documents[id] is not { } document || Reads(document.Marking));

    /// <summary>The steps that this caller may take in this state.</summary>
    public ImmutableArray<StepDefinition<Case>> StepsOn(Case c) =>
    [
        .. Catalogue.CaseSteps.Where(step => step.MayBeTaken(c, actor) && (_all || actor.Is(Role.Unit) || c.Consultations.Any(open => open.IsOpen && Sees(open)))),
    ];

    /// <inheritdoc cref="StepsOn(Case)"/>
    public ImmutableArray<StepDefinition<Ruling>> StepsOn(Ruling ruling) => [.. Catalogue.RulingSteps.Where(step => step.MayBeTaken(ruling, actor))];
}
