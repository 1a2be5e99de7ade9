using System.Buffers.Text;
using System.Text.Json;

namespace OrcidPortal.Data;

/// <summary>Where a list goes on: the sort values of the last row, opaque to whoever carries it.</summary>
public static class Cursor
{
    /// <summary>Makes a cursor of the last row's sort values.</summary>
    internal static string Of(params string[] values) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values));

    /// <summary>Reads a cursor back.</summary>
    /// <param name="cursor">Null or empty: the list begins; the answer is null.</param>
    /// <param name="count">How many values this list's cursors have.</param>
    /// <exception cref="InvalidCursorException">It was not made by this list.</exception>
    internal static string[]? Read(string? cursor, int count)
    {
        if (string.IsNullOrEmpty(cursor)) return null;
        try
        {
            var values = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor));
            if (values?.Length == count && values.All(v => v is not null)) return values;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw new InvalidCursorException(e);
        }
        throw new InvalidCursorException(null);
    }

    /// <summary>Makes a cursor of a list in the order of time.</summary>
    internal static string Of(DateTimeOffset at, Guid id) => Of(at.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture), id.ToString());

    /// <summary>Reads a cursor of a list in the order of time.</summary>
    /// <inheritdoc cref="Read"/>
    internal static (DateTimeOffset At, Guid Id)? ReadTime(string? cursor)
    {
        if (Read(cursor, 2) is not [var at, var text]) return null;
        return long.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks && Guid.TryParse(text, out var id)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), id) : throw new InvalidCursorException(null);
    }

    /// <summary>Reads a cursor that is one row's id.</summary>
    /// <inheritdoc cref="Read"/>
    internal static Guid? ReadGuid(string? cursor) => Read(cursor, 1) is not [var text] ? null
        : Guid.TryParse(text, out var id) ? id : throw new InvalidCursorException(null);

    /// <summary>Reads a cursor that is one row's number.</summary>
    /// <inheritdoc cref="Read"/>
    internal static long? ReadLong(string? cursor) => Read(cursor, 1) is not [var text] ? null
        : long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : throw new InvalidCursorException(null);
}

/// <summary>A cursor that no list gave out. The caller answers with 400 or starts from the beginning.</summary>
public sealed class InvalidCursorException(Exception? inner) : Exception("The cursor is not one that this list gave out. Leave it away to start from the beginning.", inner);
