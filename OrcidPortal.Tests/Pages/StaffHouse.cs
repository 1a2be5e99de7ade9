using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages;

/// <summary>What the tests of curators' and admins' pages do again and again.</summary>
internal static class StaffHouse
{
    public static async Task<PageHouse> OpenForAsync(string role)
    {
        var house = await PageHouse.OpenAsync();
        await house.SignInAsync(role, null, null, role);
        return house;
    }

    public static T Get<T>(this PageHouse house) where T : notnull => house.Browser.Services.GetRequiredService<T>();

    /// <summary>A work that came in through the one door, from a BibTeX file.</summary>
    public static Task<Guid> ImportedAsync(this PageHouse house, RecordFields fields, params Person[] people) => house.ImportedAsync(RecordKind.Work, fields, people);

    /// <summary>A record of any kind that came in through the one door.</summary>
    public static async Task<Guid> ImportedAsync(this PageHouse house, RecordKind kind, RecordFields fields, params Person[] people)
    {
        Guid id = default;
        foreach (var person in people.DefaultIfEmpty(house.Ada))
        {
            var saved = await house.Get<RecordStore>().SaveAsync(
                [new RecordDraft(kind, "file:bibtex:researcher:refs.bib", "entry", fields, person.Id)], Origin.Import, "test", null, Actor.System("test"), TestContext.Current.CancellationToken);
            id = saved[0].RecordId!.Value;
        }
        return id;
    }

    /// <summary>Somebody else corrects a field.</summary>
    public static Task CorrectAsync(this PageHouse house, Guid recordId, string field, string value) => house.Get<RecordCorrections>().CorrectAsync(
        recordId, [new CorrectionRequest(field, null, CorrectionOp.Replace, value)], null, null, new Actor(ActorKind.Account, "dora", "Dora Curator"), TestContext.Current.CancellationToken);

    /// <summary>Types into the field with this label and waits for the pause in which the page looks at it.</summary>
    public static async Task TypeAsync(this PageHouse house, IRenderedComponent<IComponent> page, string label, string text)
    {
        await page.Field(label).InputAsync(new ChangeEventArgs { Value = text });
        house.Database.Clock.Advance(TimeSpan.FromMilliseconds(300));
    }

    /// <summary>The input with this label.</summary>
    public static AngleSharp.Dom.IElement Field(this IRenderedComponent<IComponent> page, string label)
    {
        var id = page.FindAll("label").First(l => l.TextContent.Trim() == label).GetAttribute("for");
        return page.Find($"#{id}");
    }

    public static Task ClickAsync(this IRenderedComponent<IComponent> page, string name) => page.Button(name).ClickAsync(new MouseEventArgs());
}
