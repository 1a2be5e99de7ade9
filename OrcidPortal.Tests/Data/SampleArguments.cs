using System.Reflection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Data;

/// <summary>Arguments for a method known by its signature only: variant 0 leaves out what may be left out, each further one gives everything and takes the next value of each enum.</summary>
internal static class SampleArguments
{
    public const int Variants = 20;
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Whether it only asks: it gives an answer and names nobody who acts.</summary>
    public static bool IsQuestion(MethodInfo method) => method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Task<>)
        && method.GetParameters().All(p => p.ParameterType != typeof(Actor));

    public static object?[] For(MethodBase method, int variant, string? cursor, CancellationToken cancellationToken) => [.. method.GetParameters().Select(p =>
        p.ParameterType == typeof(CancellationToken) ? cancellationToken
        : p.Name == "cursor" ? cursor
        : variant == 0 && MayBeNull(p) ? null
        : variant == 0 && p.HasDefaultValue ? p.DefaultValue ?? Default(p.ParameterType)
        : Value(Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType, variant))];

    private static object? Value(Type type, int variant)
    {
        if (type == typeof(string)) return "a";
        if (type == typeof(Guid)) return ManyRows.Id;
        if (type == typeof(bool)) return variant % 2 == 0;
        if (type == typeof(int) || type == typeof(long)) return Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(DateTimeOffset)) return TestDatabase.Start;
        if (type == typeof(TimeZoneInfo)) return TimeZoneInfo.Utc;
        if (type.IsEnum && Enum.GetValues(type) is var values) return values.GetValue(variant % values.Length);
        if (type == typeof(ValueList<string>)) return (ValueList<string>)["a"];
        if (type.IsAssignableFrom(typeof(List<Guid>))) return new List<Guid> { ManyRows.Id };
        if (type.IsAssignableFrom(typeof(HashSet<Guid>))) return new HashSet<Guid> { ManyRows.Id };
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw new NotSupportedException($"Teach {nameof(SampleArguments)} what a {type.Name} is.");
        return constructor.Invoke(For(constructor, variant, null, default));
    }

    private static bool MayBeNull(ParameterInfo parameter) => Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || (!parameter.ParameterType.IsValueType && Nullability.Create(parameter).WriteState == NullabilityState.Nullable);

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
