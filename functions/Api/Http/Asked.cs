using Microsoft.AspNetCore.Http;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>What a request says beside its body.</summary>
/// <param name="Key">The <c>Idempotency-Key</c>; null where there was none.</param>
/// <param name="IfMatch">The version on which the caller insists; null where it insists on none.</param>
internal sealed record Asked(Actor Actor, string? Key, long? IfMatch, Language Language)
{
    public Sight Sight { get; } = new(Actor);

    public static Asked Of(HttpContext http) => new(
        http.Actor(), IdempotencyKeys.Of(http.Request), Versions.Required(http.Request), Languages.Of(http.Request));
}

/// <summary>What came of a step, where it wasn't taken.</summary>
internal static class NotDone
{
    /// <summary>Null where the step was taken.</summary>
    /// <param name="allowed">The steps that the caller may take in a state.</param>
    /// <param name="missing">What to say where there is no such aggregate.</param>
    public static Problem? Of<T>(Taken<T> taken, StepDefinition<T> step, Func<T, IEnumerable<StepDefinition<T>>> allowed, Problem missing)
        where T : IAggregate<T>, ISubject => taken switch
        {
            Done<T> => null,
            NotTaken<T> no => Problems.Of(no.Refused, step, no.Now.State, [.. allowed(no.Now.State).Select(other => other.Rule.Name)]),
            Outdated<T> => Problems.Outdated,
            KeyUsedBefore<T> => Problems.KeyReused,
            Missing<T> => missing,
            _ => throw new InvalidOperationException($"A step came to {taken.GetType().Name}."),
        };

    /// <summary>Refused before anything is read: another role could, this one can't. The same words as the step itself would use.</summary>
    public static void Unless<T>(StepDefinition<T> step, Actor actor)
        where T : ISubject
    {
        if (!step.Rule.MayBeTakenBy(actor))
        {
            throw new ProblemException(Problems.Of(Refused.Forbidden(
                "role-not-allowed", $"Deze stap vraagt een van deze rollen: {string.Join(", ", step.Rule.Roles.Select(Kebab.Of).Order(StringComparer.Ordinal))}.")));
        }
    }

    /// <summary>The payload of a step, with its date of effect.</summary>
    /// <exception cref="ProblemException">It isn't one.</exception>
    public static PayloadAccepted Payload(Type payload, ReadOnlyMemory<byte> body)
    {
        var read = PayloadReader.ReadStep(payload, body);
        return Problems.Of(read) is { } problem ? throw new ProblemException(problem) : (PayloadAccepted)read;
    }
}
