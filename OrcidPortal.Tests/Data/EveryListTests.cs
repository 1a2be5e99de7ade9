using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Pull;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Remote;
using OrcidPortal.Security;
using OrcidPortal.Sources;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Data;

/// <summary>Every question that a list of the rooms answers is asked on each provider (and so translated for SQL Server): without filters, with each filter, and page after page.</summary>
public sealed class EveryListTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_list_can_be_read_with_and_without_its_filters_and_page_after_page(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        await ManyRows.AddAsync(database);
        List<Type> lists = [];
        var services = database.Compose(builder =>
        {
            Rooms(builder);
            lists = [.. builder.Services.Select(s => s.ServiceType).Where(t => t.Assembly == typeof(Program).Assembly && t.Name.EndsWith("List", StringComparison.Ordinal)).Distinct()];
        });
        await using var scope = services.CreateAsyncScope();
        Dictionary<string, string> failures = [];
        var furtherPages = 0;

        foreach (var list in lists)
            foreach (var question in list.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(SampleArguments.IsQuestion))
                for (var variant = 0; variant < SampleArguments.Variants; variant++)
                    try
                    {
                        furtherPages += await AskAsync(scope.ServiceProvider.GetRequiredService(list), question, variant);
                    }
                    catch (Exception e) when (e is not OperationCanceledException)
                    {
                        var message = (e as TargetInvocationException)?.InnerException?.Message ?? e.Message;
                        failures.TryAdd($"{list.Name}.{question.Name}: {message}", string.Join(", ", SampleArguments.For(question, variant, null, CancellationToken)[..^1]));
                    }

        failures.Select(f => $"{f.Key} (first with {f.Value})").ShouldBeEmpty();
        lists.ShouldNotBeEmpty();
        furtherPages.ShouldBeGreaterThan(0);
    }

    private static async Task<int> AskAsync(object list, MethodInfo question, int variant)
    {
        string? cursor = null;
        for (var pages = 0; ; pages++)
        {
            var task = (Task)question.Invoke(list, SampleArguments.For(question, variant, cursor, CancellationToken))!;
            await task;
            var answer = task.GetType().GetProperty("Result")!.GetValue(task);
            cursor = answer?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Page<>)
                ? (string?)type.GetProperty(nameof(Page<>.Next))!.GetValue(answer)
                : null;
            if (cursor is null || pages > ManyRows.Count) return pages;
        }
    }

    private static void Rooms(WebApplicationBuilder builder)
    {
        builder.AddOrcidApi();
        builder.AddRecords();
        builder.AddSecurity();
        builder.AddHistory();
        builder.AddLive();
        builder.AddConnect();
        builder.AddSources();
        builder.AddMapping();
        builder.AddRemote();
        builder.AddPush();
        builder.AddPull();
        builder.AddCuration();
    }
}
