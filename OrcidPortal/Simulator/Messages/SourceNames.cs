namespace OrcidPortal.Simulator.Messages;

/// <summary>Who is named as the source of an item: looked up while the state is held, so that writing can happen afterwards.</summary>
internal sealed class SourceNames(string payloadBase, IReadOnlyDictionary<string, string?> names)
{
    public string Base { get; } = payloadBase.TrimEnd('/');
    public string Host { get; } = new Uri(payloadBase).Host;

    public static bool IsClient(string source) => source.StartsWith("APP-", StringComparison.Ordinal);
    public string? NameOf(string source) => names.GetValueOrDefault(source);
    public string UriOf(string source) => IsClient(source) ? $"{Base}/client/{source}" : $"{Base}/{source}";
}
