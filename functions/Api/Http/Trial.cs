using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Decides a step on what is known now and throws the outcome away, so that no file is stored for a step that can't be taken.</summary>
internal sealed class Trial(Settings settings, CaseClock clock)
{
    /// <param name="allowed">The steps that the caller may take in this state.</param>
    /// <exception cref="ProblemException">The step is refused.</exception>
    public async Task RunAsync<T>(
        Folded<T> found, StepDefinition<T> step, object payload, Asked asked, DateOnly? effectiveOn, IEnumerable<StepDefinition<T>> allowed, CancellationToken cancellation)
        where T : IAggregate<T>, ISubject
    {
        var at = new At(clock.Now, effectiveOn ?? clock.Today, asked.Actor, await settings.CurrentAsync(cancellation), [.. new byte[32]]);
        // With a key it may have been taken before, in a state that allowed it: then the answer is that of then.
        if (step.Decide(found.State, payload, at) is Refused refused && (asked.Key is null || refused.Kind != RefusalKind.Conflict))
            throw new ProblemException(Problems.Of(refused, step, found.State, [.. allowed.Select(other => other.Rule.Name)]));
    }
}
