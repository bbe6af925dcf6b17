using WobWorkflow.Cases;

namespace WobWorkflow.Dossiers;

/// <summary>What came of a step on a stored aggregate.</summary>
public abstract record Taken<T>
    where T : IAggregate<T>;

/// <summary>The step is in the log, now or since an earlier attempt with the same command. Nothing more is needed for it to be durable.</summary>
/// <param name="After">The aggregate with at least this step.</param>
/// <param name="Version">The version to which this step brought it; later ones may have come since.</param>
/// <param name="Replayed">Whether an earlier attempt did it.</param>
public sealed record Done<T>(Folded<T> After, long Version, bool Replayed) : Taken<T>
    where T : IAggregate<T>;

/// <summary>The step was refused, on a state that was checked to be the newest.</summary>
public sealed record NotTaken<T>(Refused Refused, Folded<T> Now) : Taken<T>
    where T : IAggregate<T>;

/// <summary>More than the engine's own duties happened since the version that the caller knew.</summary>
public sealed record Outdated<T>(Folded<T> Now) : Taken<T>
    where T : IAggregate<T>;

/// <summary>The same caller used the same key for something else.</summary>
public sealed record KeyUsedBefore<T> : Taken<T>
    where T : IAggregate<T>;

/// <summary>There is no such aggregate.</summary>
public sealed record Missing<T> : Taken<T>
    where T : IAggregate<T>;
