using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>The organisation's settings. They change seldom, so a decision may lean on a version that is a few seconds old; it records which.</summary>
public sealed class Settings(Dossier<Organisation> organisations, TimeProvider real)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private (Organisation Facts, DateTimeOffset ReadAt)? _known;

    public async ValueTask<Organisation> CurrentAsync(CancellationToken cancellation)
    {
        var now = real.GetUtcNow();
        lock (_gate)
        {
            if (_known is { } known && now - known.ReadAt < Fresh)
                return known.Facts;
        }

        var facts = (await organisations.ReadAsync(Organisation.TheId, cancellation))?.State ?? Organisation.Blank(Organisation.TheId);
        Take(facts, now);
        return facts;
    }

    /// <summary>Takes over what this process itself has just changed.</summary>
    internal void Take(Organisation facts) => Take(facts, real.GetUtcNow());

    private void Take(Organisation facts, DateTimeOffset now)
    {
        lock (_gate)
            _known = (facts, now);
    }
}
