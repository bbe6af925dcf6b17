using System.Collections.Immutable;

namespace WobWorkflow.Api;

/// <summary>Everything that is wrong with a payload, by field, in Dutch: whoever sent it is told all of it at once.</summary>
internal sealed class PayloadErrors
{
    /// <summary>A list of thousands of wrong items needs no thousands of messages.</summary>
    private const int Most = 100;

    private readonly SortedDictionary<string, ImmutableArray<string>> _messages = new(StringComparer.Ordinal);

    /// <summary>How many there were, those beyond the first hundred included.</summary>
    public int Count { get; private set; }

    public ImmutableSortedDictionary<string, ImmutableArray<string>> Messages => _messages.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <param name="path">The field as JSON spells it: <c>requester.email</c>, <c>rows[0].caseNumber</c>; <c>$</c> for the whole.</param>
    public void Add(string path, string message)
    {
        Count++;
        if (Count <= Most)
            _messages[path] = _messages.TryGetValue(path, out var before) ? before.Add(message) : [message];
    }
}
