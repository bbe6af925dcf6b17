using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The rehearsal's key from storage, so that tokens outlive a restart and hold on every host.</summary>
internal sealed class StoredRehearsalKey(Rehearsal rehearsal) : IRehearsalKey
{
    private (long Life, byte[] Key)? _known;

    public async ValueTask<byte[]> GetAsync()
    {
        var life = rehearsal.Life;
        if (_known is { } known && known.Life == life)
            return known.Key;
        var key = await rehearsal.KeyAsync(CancellationToken.None);
        _known = (life, key);
        return key;
    }
}
