using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace WobWorkflow.Cases.Tests;

/// <summary>Makes an instance of any record of the log, from the parameters of its constructor.</summary>
internal static class Samples
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <param name="full">Whether what may be null or empty is filled; otherwise it is left null or empty.</param>
    public static object Of(Type type, bool full)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => ValueOf(parameter, full))]);
    }

    public static bool MayBeNull(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || (!parameter.ParameterType.IsValueType && Nullability.Create(parameter).WriteState == NullabilityState.Nullable);

    private static object? ValueOf(ParameterInfo parameter, bool full) =>
        !full && MayBeNull(parameter) ? null : ValueOf(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType, full, parameter.Name!);

    private static object ValueOf(Type type, bool full, string name)
    {
        if (type == typeof(string))
            return $"\"{name}\" é";
        if (type == typeof(int))
            return 7;
        if (type == typeof(long))
            return 7_000_000_000;
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateOnly))
            return new DateOnly(2022, 2, 28);
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2022, 2, 28, 6, 0, 0, 123, TimeSpan.Zero);
        if (type == typeof(FreeText))
            return new FreeText(new string('c', 64));
        if (type == typeof(Agency))
            return new Agency("AIVD");
        if (type == typeof(PageArea))
            return new PageArea(72, 120.5, 200, 14);
        if (type == typeof(Ground))
            return Ground.Parse("10.2.e");
        if (type.IsEnum)
            return Enum.GetValues(type).Cast<object>().Last();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return ArrayOf(type.GenericTypeArguments[0], full, name);
        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)))
            return Activator.CreateInstance(type, 3)!;
        return Of(type, full);
    }

    private static object ArrayOf(Type item, bool full, string name)
    {
        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        if (full)
        {
            items.Add(ValueOf(item, full, name));
            items.Add(ValueOf(item, full: false, name));
        }

        return typeof(ImmutableArray).GetMethods().Single(m => m.Name == nameof(ImmutableArray.CreateRange) && m.GetParameters().Length == 1)
            .MakeGenericMethod(item).Invoke(null, [items])!;
    }
}
