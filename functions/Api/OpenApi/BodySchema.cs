using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>
/// Says of an endpoint that it takes no <c>Idempotency-Key</c>: sent again, it leaves things as the last answer says, and nothing is there twice.
/// </summary>
internal sealed class RepeatedAtWill;

/// <summary>Says on an endpoint what its body is, for the contract.</summary>
/// <param name="Schema">JSON schema.</param>
internal sealed record BodySchema(JsonObject Schema)
{
    /// <summary>Whether the body may be a form with a file beside the metadata.</summary>
    public bool WithFile { get; init; }

    /// <summary>Whether the file must be there.</summary>
    public bool FileRequired { get; init; }

    /// <summary>Media types in which the file alone may be the body.</summary>
    public ImmutableArray<string> FileAlone { get; init; } = [];

    public static BodySchema Of<TAggregate>(StepDefinition<TAggregate> step)
        where TAggregate : ISubject =>
        new(StepSchemas.Of(step));

    public static BodySchema Of(Type payload) => new(StepSchemas.OfBody(payload));
}
