using System.Text.Json;

namespace OrcidPortal.Simulator.Store;

/// <summary>One line of the journal as it was read.</summary>
internal sealed record StoredEntry(string Set, string Key, JsonElement? Value)
{
    public bool IsRemoval => Value is null or { ValueKind: JsonValueKind.Null };

    public T As<T>() => (Value ?? throw new InvalidDataException($"{Set} {Key} has no value.")).Deserialize<T>(Journal.Json)
        ?? throw new InvalidDataException($"{Set} {Key} has no value.");
}
