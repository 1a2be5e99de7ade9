using Microsoft.Extensions.Options;

namespace OrcidPortal.Commands;

/// <summary>What in the settings keeps the portal from starting, as sentences for the person who installs it.</summary>
internal static class StartRefusal
{
    /// <summary>Checks the settings of all rooms at once; touches neither database nor network.</summary>
    /// <returns>One sentence per setting that is missing or wrong; empty: the portal may start.</returns>
    public static IReadOnlyList<string> Sentences(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return [.. refused.Failures];
        }
        catch (AggregateException several) when (several.InnerExceptions.All(e => e is OptionsValidationException))
        {
            return [.. several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures)];
        }
        catch (InvalidOperationException unreadable) when (unreadable.InnerException is FormatException or ArgumentException)
        {
            // The binder gives up at the first value that is not of the setting's type.
            return [$"{unreadable.Message} Correct this one first; the other settings are looked at afterwards."];
        }
    }

    public static async Task TellAsync(IReadOnlyList<string> sentences, TextWriter output)
    {
        await output.WriteLineAsync("OrcidPortal does not start, because of its settings:");
        foreach (var sentence in sentences) await output.WriteLineAsync($"- {sentence}");
    }
}
