using System.Collections.Immutable;
using System.Security.Cryptography;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Takes steps: gives them their circumstances, appends what they decide, and wakes whoever drives the aggregate. The answer waits for the append and for nothing else.</summary>
public sealed class Steps(
    Dossier<Case> cases,
    Dossier<Ruling> rulings,
    Dossier<Organisation> organisations,
    Settings settings,
    CaseClock clock,
    IWaker waker,
    Redating redating)
{
    private static readonly StepDefinition<Case> RegisterCase = Catalogue.CaseSteps.Single(step => step.Payload == typeof(Register));
    private static readonly StepDefinition<Ruling> RegisterTheRuling = Catalogue.RulingSteps.Single(step => step.Payload == typeof(RegisterRuling));

    /// <summary>Registers a request. The same key of the same caller gives the same case.</summary>
    /// <param name="effectiveOn">The local date on which it takes effect; null for today.</param>
    /// <param name="body">What the caller sent, to tell another body under the same key.</param>
    public async Task<Taken<Case>> RegisterAsync(
        Register payload, Actor actor, DateOnly? effectiveOn, string? idempotencyKey, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var at = await AtAsync(actor, effectiveOn, cancellation);
        var id = CaseIds.Of("case", actor.Id, idempotencyKey);
        var command = Command.Of(actor.Id, idempotencyKey, Named("cases", body));
        return Woken(await cases.CreateAsync(id, command, ifMatch: null, at, c => RegisterCase.Decide(c, payload, at), cancellation));
    }

    /// <summary>Takes a step on a case.</summary>
    /// <param name="ifMatch">The version that the caller knew; null where that doesn't matter to it.</param>
    public async Task<Taken<Case>> TakeAsync(
        string caseId, StepDefinition<Case> step, object payload, Actor actor, DateOnly? effectiveOn, string? idempotencyKey,
        ReadOnlyMemory<byte> body, long? ifMatch, CancellationToken cancellation)
    {
        var at = await AtAsync(actor, effectiveOn, cancellation);
        var command = Command.Of(actor.Id, idempotencyKey, Named($"{caseId}/{step.Rule.Name}", body));
        return Woken(await cases.TakeAsync(caseId, command, ifMatch, at, c => Backdating.Tell(c, step.Decide(c, payload, at), at), cancellation));
    }

    /// <inheritdoc cref="RegisterAsync"/>
    public async Task<Taken<Ruling>> RegisterRulingAsync(
        RegisterRuling payload, Actor actor, DateOnly? effectiveOn, string? idempotencyKey, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var at = await AtAsync(actor, effectiveOn, cancellation);
        var id = CaseIds.Of("ruling", actor.Id, idempotencyKey);
        var command = Command.Of(actor.Id, idempotencyKey, Named("rulings", body));
        return Woken(await rulings.CreateAsync(id, command, ifMatch: null, at, r => RegisterTheRuling.Decide(r, payload, at), cancellation));
    }

    /// <inheritdoc cref="TakeAsync"/>
    public async Task<Taken<Ruling>> TakeRulingAsync(
        string rulingId, StepDefinition<Ruling> step, object payload, Actor actor, DateOnly? effectiveOn, string? idempotencyKey,
        ReadOnlyMemory<byte> body, long? ifMatch, CancellationToken cancellation)
    {
        var at = await AtAsync(actor, effectiveOn, cancellation);
        var command = Command.Of(actor.Id, idempotencyKey, Named($"{rulingId}/{step.Rule.Name}", body));
        return Woken(await rulings.TakeAsync(rulingId, command, ifMatch, at, r => step.Decide(r, payload, at), cancellation));
    }

    /// <summary>Changes the organisation's settings; its log begins with the first change.</summary>
    public async Task<Taken<Organisation>> TakeOrganisationAsync(
        StepDefinition<Organisation> step, object payload, Actor actor, string? idempotencyKey, ReadOnlyMemory<byte> body, long? ifMatch,
        CancellationToken cancellation)
    {
        var at = await AtAsync(actor, null, cancellation);
        var command = Command.Of(actor.Id, idempotencyKey, Named($"organisation/{step.Rule.Name}", body));
        var taken = await organisations.CreateAsync(Organisation.TheId, command, ifMatch, at, o => step.Decide(o, payload, at), cancellation);
        if (taken is Done<Organisation> done)
        {
            settings.Take(done.After.State);
            redating.Call();
        }

        return taken;
    }

    private async ValueTask<At> AtAsync(Actor actor, DateOnly? effectiveOn, CancellationToken cancellation)
    {
        var now = clock.Now;
        var salt = ImmutableArray.Create(RandomNumberGenerator.GetBytes(PartyStore.SaltLength));
        return new At(now, effectiveOn ?? LocalTime.DateOf(now), actor, await settings.CurrentAsync(cancellation), salt);
    }

    /// <summary>The same body sent to another address is another request.</summary>
    private static byte[] Named(string target, ReadOnlyMemory<byte> body) => [.. System.Text.Encoding.UTF8.GetBytes(target), 0, .. body.Span];

    private Taken<T> Woken<T>(Taken<T> taken)
        where T : IAggregate<T>
    {
        if (taken is Done<T> { Replayed: false } done)
            waker.Wake(done.After.Log);
        return taken;
    }
}

/// <summary>Wakes whoever drives an aggregate. Losing a call costs a delay and never a fact.</summary>
public interface IWaker
{
    /// <summary>Returns at once; several calls may become one.</summary>
    void Wake(LogId aggregate);
}
