namespace WobWorkflow.Dossiers;

/// <summary>A bounded memory of texts by name, in which nothing stays longer than five minutes, and nothing that was erased here.</summary>
internal sealed class PartyMemory(TimeProvider time)
{
    private const int MaxCharacters = 16 * 1024 * 1024;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Text, long Since)> _texts = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, long Since)> _oldest = new();
    private long _characters;
    private long _erasures;
    private int _erasing;

    /// <summary>Rises when an erasure begins and when it ends; a text that was read across one is not kept.</summary>
    public long Erasures
    {
        get { lock (_gate) return _erasures; }
    }

    public string? Find(string name)
    {
        lock (_gate)
        {
            ForgetOld();
            return _texts.TryGetValue(name, out var kept) ? kept.Text : null;
        }
    }

    public void Keep(string name, string text, long erasuresBefore)
    {
        lock (_gate)
        {
            if (_erasures != erasuresBefore || _erasing > 0 || text.Length > MaxCharacters) return;
            Forget(name);
            var now = time.GetTimestamp();
            _texts[name] = (text, now);
            _oldest.Enqueue((name, now));
            _characters += text.Length;
            ForgetOld();
        }
    }

    public async Task ErasingAsync(string prefix, Func<Task> erase)
    {
        Begin(prefix);
        try
        {
            await erase();
        }
        finally
        {
            lock (_gate)
            {
                _erasing--;
                _erasures++;
            }
        }
    }

    private void Begin(string prefix)
    {
        lock (_gate)
        {
            _erasing++;
            _erasures++;
            foreach (var name in _texts.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToList()) Forget(name);
        }
    }

    private void ForgetOld()
    {
        while (_oldest.TryPeek(out var first) && (_characters > MaxCharacters || time.GetElapsedTime(first.Since) >= Lifetime))
        {
            _oldest.Dequeue();
            if (_texts.TryGetValue(first.Name, out var kept) && kept.Since == first.Since) Forget(first.Name);
        }
    }

    private void Forget(string name)
    {
        if (_texts.Remove(name, out var kept)) _characters -= kept.Text.Length;
    }
}
