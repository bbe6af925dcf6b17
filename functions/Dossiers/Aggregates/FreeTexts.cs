using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using WobWorkflow.Cases;

namespace WobWorkflow.Dossiers;

/// <summary>Finds the texts that new events carry and that must be stored before the events are.</summary>
internal static class FreeTexts
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<PropertyInfo>> Holders = new();

    /// <summary>Each text once, wherever in the events it sits.</summary>
    public static IReadOnlyCollection<FreeText> In(IEnumerable<Event> events) => [.. events.SelectMany(happened => In((object)happened)).Distinct()];

    private static IEnumerable<FreeText> In(object? value) => value switch
    {
        null or string => [],
        FreeText text => text.Text is null ? [] : [text],
        IEnumerable list when IsDefault(list) => [],
        IEnumerable list => list.Cast<object?>().SelectMany(In),
        _ => Holders.GetOrAdd(value.GetType(), HoldersOf).SelectMany(property => In(property.GetValue(value))),
    };

    private static bool IsDefault(IEnumerable list) => list.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && (bool)type.GetProperty(nameof(ImmutableArray<int>.IsDefault))!.GetValue(list)!;

    private static ImmutableArray<PropertyInfo> HoldersOf(Type type) => type.Assembly == typeof(FreeText).Assembly && !type.IsEnum
        ? [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && MayHold(property.PropertyType))]
        : [];

    private static bool MayHold(Type type) => type == typeof(FreeText)
        || (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type))
        || (type is { IsClass: true, IsAbstract: false } && type != typeof(string) && type.Assembly == typeof(FreeText).Assembly);
}
