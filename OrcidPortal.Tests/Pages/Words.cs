using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Pages;

namespace OrcidPortal.Tests.Pages;

/// <summary>The words of the pages with their real resources, without a page.</summary>
internal static class Words
{
    private static readonly ServiceProvider Services = Build();

    public static T Of<T>()
        where T : notnull => Services.GetRequiredService<T>();

    private static ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddParts();
        return services.BuildServiceProvider();
    }
}
