using System.Collections.Immutable;
using System.Security.Cryptography;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Appends what the engine itself did. It is decided again on the newest state, under a command named by the duty, so that nothing is recorded twice.</summary>
public sealed class Records(Dossier<Case> cases, Dossier<Ruling> rulings, Settings settings, CaseClock clock)
{
    /// <param name="ifMatch">The version that what is recorded was made of; null where that doesn't matter.</param>
    public async Task<Taken<Case>> OnCaseAsync(
        string caseId, string command, Func<Case, Outcome> decide, CancellationToken cancellation, long? ifMatch = null) =>
        await cases.TakeAsync(caseId, Command.Of(command), ifMatch, await AtAsync(cancellation), decide, cancellation);

    /// <summary>Appends what holds texts: they are kept outside the log, as those of a step are.</summary>
    public async Task<Taken<Case>> OnCaseAsync(string caseId, string command, Func<Case, At, Outcome> decide, CancellationToken cancellation)
    {
        var at = await AtAsync(cancellation);
        return await cases.TakeAsync(caseId, Command.Of(command), null, at, c => decide(c, at), cancellation);
    }

    /// <summary>Appends what may be the first event of a case.</summary>
    public async Task<Taken<Case>> FoundCaseAsync(string caseId, string command, Func<Case, Outcome> decide, CancellationToken cancellation) =>
        await cases.CreateAsync(caseId, Command.Of(command), null, await AtAsync(cancellation), decide, cancellation);

    public async Task<Taken<Ruling>> OnRulingAsync(string rulingId, string command, Func<Ruling, Outcome> decide, CancellationToken cancellation) =>
        await rulings.TakeAsync(rulingId, Command.Of(command), null, await AtAsync(cancellation), decide, cancellation);

    private async ValueTask<At> AtAsync(CancellationToken cancellation)
    {
        var now = clock.Now;
        var salt = ImmutableArray.Create(RandomNumberGenerator.GetBytes(PartyStore.SaltLength));
        return new At(now, LocalTime.DateOf(now), Actor.Engine, await settings.CurrentAsync(cancellation), salt);
    }
}
