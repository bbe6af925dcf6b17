using System.Collections;
using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Things that got a number when they came in. Nothing is ever taken out, so a number means one thing for good.</summary>
public sealed class Numbered<TId, T> : IReadOnlyCollection<T>
    where TId : struct, IId<TId>
    where T : class
{
    private readonly ImmutableList<T> _items;

    private Numbered(ImmutableList<T> items) => _items = items;

    public static Numbered<TId, T> None { get; } = new([]);

    public int Count => _items.Count;

    public TId NextId => TId.Of(_items.Count + 1);

    /// <summary>The thing with that number, or null where there is none.</summary>
    public T? this[TId id] => id.Number >= 1 && id.Number <= _items.Count ? _items[id.Number - 1] : null;

    public Numbered<TId, T> Add(T item) => new(_items.Add(item));

    /// <summary>The same, but for one of them.</summary>
    public Numbered<TId, T> With(TId id, Func<T, T> change) => new(_items.SetItem(id.Number - 1, change(_items[id.Number - 1])));

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
