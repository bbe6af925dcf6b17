using System.Collections.Concurrent;
using System.Text.Json;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Who the people are that the logs know by an opaque id: what their token last said of their name and address. Kept in the erasable store; whoever is
/// missing is learnt again at the next request.
/// </summary>
public sealed class People(PeopleStore store)
{
    private readonly ConcurrentDictionary<string, Person> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Person> _unsaved = new(StringComparer.Ordinal);

    /// <summary>Takes in what a token said. Returns at once.</summary>
    public void Saw(Actor actor, string? name, string? email)
    {
        var person = new Person(name, email, actor.Is(Role.Coordinator));
        if (_known.TryGetValue(actor.Id, out var before) && before == person)
            return;
        _known[actor.Id] = person;
        _unsaved[actor.Id] = person;
    }

    /// <summary>The name, or null where none is known in this process.</summary>
    public string? NameOf(string id) => _known.TryGetValue(id, out var person) ? person.Name : null;

    /// <summary>Everyone who was seen by this process, by name.</summary>
    public IReadOnlyList<(string Id, string Name)> Known() =>
        [.. _known.Select(person => (person.Key, person.Value.Name ?? person.Key)).OrderBy(person => person.Item2, StringComparer.CurrentCulture)];

    /// <summary>Where mail to this person goes; null where that isn't known.</summary>
    public async Task<string?> EmailOfAsync(string id, CancellationToken cancellation)
    {
        if (_known.TryGetValue(id, out var person))
            return person.Email;
        if (await store.FindAsync(id, cancellation) is not { } stored || JsonSerializer.Deserialize<Person>(stored) is not { } read)
            return null;
        return _known.GetOrAdd(id, read).Email;
    }

    /// <summary>Erases what is known of a person; who signs in again is known again.</summary>
    public async Task EraseAsync(string id, CancellationToken cancellation)
    {
        _unsaved.TryRemove(id, out _);
        _known.TryRemove(id, out _);
        await store.EraseAsync(id, cancellation);
    }

    internal void Forget()
    {
        _known.Clear();
        _unsaved.Clear();
    }

    /// <summary>Writes what was learnt since the last time.</summary>
    public async Task SaveAsync(CancellationToken cancellation)
    {
        foreach (var (id, person) in _unsaved)
        {
            await store.KeepAsync(id, JsonSerializer.Serialize(person), cancellation);
            _unsaved.TryRemove(new(id, person));
        }
    }

    private sealed record Person(string? Name, string? Email, bool Coordinates);
}
