using Microsoft.Extensions.Options;

namespace OrcidPortal.Security;

/// <summary>Refuses keys that can be guessed, or whose holder cannot be told. Never repeats a key.</summary>
internal sealed class ApiOptionsCheck(IHostEnvironment environment) : IValidateOptions<ApiOptions>
{
    public const int ShortestKey = 16;

    // A demo on one's own machine may have a key that is easy to type.
    private int Shortest => environment.IsDevelopment() ? 1 : ShortestKey;

    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        var failures = new List<string>();
        for (var i = 0; i < options.Keys.Count; i++)
        {
            var (key, setting) = (options.Keys[i], $"Api:Keys:{i}");
            if (key.Key.Length < Shortest || key.Key.Any(c => c is < '!' or > '~'))
                failures.Add($"Set {setting}:Key to a secret of at least {Shortest} characters, letters, digits and signs without blanks.");
            if (key.Role is not (Roles.Curator or Roles.Admin)) failures.Add($"Set {setting}:Role to Curator or Admin.");
            if (string.IsNullOrWhiteSpace(key.Name) || key.Name.Length > 100 || key.Name.Any(char.IsControl))
                failures.Add($"Set {setting}:Name to the name of who uses the key, up to 100 characters; history and audit show it.");
            if (options.Keys.Take(i).Any(k => k.Key == key.Key)) failures.Add($"Change {setting}:Key: another entry has the same key.");
            if (options.Keys.Take(i).Any(k => k.Name == key.Name)) failures.Add($"Change {setting}:Name: another entry has the same name.");
        }
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
