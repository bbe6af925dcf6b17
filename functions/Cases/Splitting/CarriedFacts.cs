using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What a case that is split off begins with: the facts of the request that hold for both parts, as they stood at the split.</summary>
/// <param name="Subject">Of the part that is split off.</param>
/// <param name="Text">The whole request, in the requester's own words.</param>
/// <param name="ReceiptConfirmedOn">When its receipt had been confirmed; null where it had not.</param>
/// <param name="SuspendedDays">Suspensions that had ended because third parties had given their views.</param>
public sealed record CarriedRequest(
    FreeText Subject,
    FreeText Text,
    DateOnly ReceivedOn,
    Channel Channel,
    FreeText Requester,
    bool Environmental,
    string? MatterId,
    string Language,
    string RegisteredBy,
    Qualification? Qualification,
    string? Handler,
    DateOnly? ReceiptConfirmedOn,
    CarriedExtension? Extension,
    CarriedIntention? Intention,
    ImmutableArray<CarriedClarification> Clarifications,
    ImmutableArray<CarriedSuspension> Suspensions,
    ImmutableArray<CarriedDays> SuspendedDays);

/// <summary>An extension of which the requester had been told; see <see cref="Extension"/>.</summary>
public sealed record CarriedExtension(int Days, FreeText Reason, DateOnly DecidedOn, string By, DateOnly NoticeOn);

/// <summary>See <see cref="DisclosureIntention"/>.</summary>
public sealed record CarriedIntention(DateOnly On, FreeText Reason, string By);

/// <summary>A request for clarification that had been dispatched; see <see cref="Clarification"/>.</summary>
public sealed record CarriedClarification(
    FreeText Question, DateOnly AnswerBy, string AskedBy, DateOnly SentOn, DateOnly? AnsweredOn, FreeText? Answer, DateOnly? EndedOn);

/// <summary>See <see cref="RequestSuspension"/>.</summary>
public sealed record CarriedSuspension(SuspensionGround Ground, FreeText Reason, DateOnly From, DateOnly? Through, string By, DateOnly? ResumedOn);

/// <summary>Days on which the term did not count; see <see cref="Suspension"/>.</summary>
public sealed record CarriedDays(DateOnly From, DateOnly Through, string Basis, bool TermUnused);

/// <summary>A document on its way to another case. It is judged anew there.</summary>
/// <param name="From">What it was called in the case that it comes from.</param>
/// <param name="Inventoried">What the inventory told of it; null for nothing.</param>
public sealed record CarriedDocument(
    DocumentId From,
    FreeText Title,
    DocumentKind Kind,
    DateOnly? Date,
    Marking Marking,
    Agency? Forum,
    Agency? Owner,
    StoredContent? Content,
    string AddedBy,
    ImmutableArray<Marking> LiftedMarkings,
    bool? Environmental,
    bool SpecialRegime,
    bool FormalDecisionMaking,
    InventoryFacts? Inventoried = null)
{
    /// <summary>With what the inventory told of it, for a case in which no other document has its id.</summary>
    public static CarriedDocument Of(Case c, Document document) => Of(document) with { Inventoried = c.Inventoried.GetValueOrDefault(document.Id) };

    public static CarriedDocument Of(Document document) => new(
        document.Id, document.Title, document.Kind, document.Date, document.Marking, document.Forum, document.Owner, document.Content, document.AddedBy,
        [.. document.LiftedMarkings], document.Environmental, document.SpecialRegime, document.FormalDecisionMaking);

    public Document As(DocumentId id) => new(id, Title, Kind, Date, Marking, Forum, Owner, Content, AddedBy)
    {
        LiftedMarkings = [.. LiftedMarkings],
        Environmental = Environmental,
        SpecialRegime = SpecialRegime,
        FormalDecisionMaking = FormalDecisionMaking,
    };
}
