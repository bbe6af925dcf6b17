using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>What a document seems to say of itself: a proposal, which <c>describe-document</c> takes over or replaces.</summary>
internal sealed record ProposedView(DateOnly? Date, string? From, string? To, string? Title);

/// <summary>How a document hangs together with another of the case.</summary>
internal sealed record LinkView(DocumentLinkKind Kind, string To);

/// <summary>How far an archive or a mail has been taken apart.</summary>
/// <param name="Members">How many files are in it.</param>
/// <param name="Job">Where its progress can be followed.</param>
internal sealed record UnpackingView(int Members, int Done, DateOnly? FinishedOn, string Job, ImmutableArray<RefusedMemberView> Refused)
{
    public static UnpackingView? Of(string caseId, Document document, Func<FreeText?, string?> read) => document.Content is { Members: { } members }
        ? new(
            members, document.Unpacking?.Done ?? 0, document.Unpacking?.FinishedOn, JobEndpoints.PathOf(ContainerUnpacking.JobOf(caseId, document.Id)),
            [.. (document.Unpacking?.Refused ?? []).Select(refused => new RefusedMemberView(read(refused.Name), refused.Reason, ReadingAdvice.On(refused.Reason), refused.Same?.ToString()))])
        : null;
}

/// <summary>A file of a container that became no document.</summary>
/// <param name="Reason">A code.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="Same">The document that is exactly this file.</param>
internal sealed record RefusedMemberView(string? Name, string Reason, string? Advice, string? Same);
