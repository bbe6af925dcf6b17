using System.Collections.Immutable;

namespace WobWorkflow.Api;

/// <summary>What came of reading a payload.</summary>
internal abstract record PayloadRead;

/// <summary>It can be used.</summary>
/// <param name="EffectiveOn">The date that stood beside it; null where none did.</param>
internal sealed record PayloadAccepted(object Payload, DateOnly? EffectiveOn) : PayloadRead;

/// <summary>It's JSON, but not this payload.</summary>
/// <param name="Errors">All that is wrong, by field.</param>
internal sealed record PayloadRefused(ImmutableSortedDictionary<string, ImmutableArray<string>> Errors) : PayloadRead;

/// <summary>It isn't JSON, or nested too deep to be a payload.</summary>
/// <param name="Line">Counts from 1.</param>
/// <param name="Column">In bytes, counts from 1.</param>
internal sealed record PayloadMalformed(long Line, long Column) : PayloadRead;
