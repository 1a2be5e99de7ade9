using System.ComponentModel;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>Registers clients, and locks or gives them up as the registry's staff would.</summary>
internal sealed partial class ClientControl(Registry registry, Clients clients)
{
    private const string IdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>Stands for everything that the kind of client may ask for.</summary>
    private const string AllScopes = "*";

    public Task ListAsync(HttpContext http) => ControlJson.WriteAsync(http, 200, new { items = clients.All.Select(Show) });

    public async Task AddAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<NewClient>(http) is not { } asked) return;
        var id = asked.Id ?? "APP-" + RandomNumberGenerator.GetString(IdLetters, 16);
        var client = Changed(new() { Id = id, Secret = Guid.NewGuid().ToString(), Name = id, IsPublic = asked.Public }, asked.Change);
        if (!IdForm().IsMatch(id) && !OrcidIds.IsValid(id)) await ControlJson.RefuseAsync(http, 400, $"'{id}' is not an id: APP- and 16 capital letters or digits.");
        else if (FaultIn(client) is { } fault) await ControlJson.RefuseAsync(http, 400, fault);
        else if (!SaveNew(client)) await ControlJson.RefuseAsync(http, 409, $"There is a client {id} already.");
        else await ControlJson.WriteAsync(http, 201, new { client.Id, client.Secret });
    }

    public async Task ChangeAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<ClientChange>(http) is not { } asked) return;
        var id = (string)http.GetRouteValue("clientId")!;
        if (clients.Find(id) is not { } client) await ControlJson.RefuseAsync(http, 404, $"There is no client {id}.");
        else if (FaultIn(client = Changed(client, asked)) is { } fault) await ControlJson.RefuseAsync(http, 400, fault);
        else
        {
            clients.Save(client);
            await ControlJson.WriteAsync(http, 200, Show(client));
        }
    }

    private bool SaveNew(SimulatorClient client) => registry.Run(state =>
    {
        if (clients.Find(client.Id) is not null) return false;
        state.Save(client);
        return true;
    });

    private static SimulatorClient Changed(SimulatorClient client, ClientChange asked) => client with
    {
        Name = asked.Name ?? client.Name, Secret = asked.Secret ?? client.Secret,
        RedirectUris = asked.RedirectUris is { } uris ? Words(uris) : client.RedirectUris,
        Scopes = asked.Scopes is not { } scopes ? client.Scopes : scopes == AllScopes ? null : [.. Scopes.Split(scopes)],
        IsLocked = asked.Locked ?? client.IsLocked, IsDeactivated = asked.Deactivated ?? client.IsDeactivated,
    };

    private static string? FaultIn(SimulatorClient client)
    {
        if (string.IsNullOrWhiteSpace(client.Name) || string.IsNullOrWhiteSpace(client.Secret)) return "A client needs a name and a secret.";
        if (client.RedirectUris.FirstOrDefault(u => !Uri.TryCreate(u.Replace(":*", "", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) is { } wrong)
            return $"'{wrong}' is not an http or https address.";
        return client.Scopes?.FirstOrDefault(s => !Scopes.IsKnown(s)) is { } unknown ? $"Unknown scope {unknown}." : null;
    }

    /// <summary>Everything but the secret.</summary>
    private static object Show(SimulatorClient client) => new
    {
        client.Id, client.Name, Public = client.IsPublic, Scopes = client.Scopes is null ? AllScopes : string.Join(' ', client.Scopes),
        client.RedirectUris, Locked = client.IsLocked, Deactivated = client.IsDeactivated,
    };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^APP-[0-9A-Z]{16}\z")]
    private static partial Regex IdForm();

    internal sealed record NewClient(
        [property: Description("APP- and 16 capital letters or digits; without it one is made.")] string? Id = null,
        [property: Description("Without it one is made; it is told in the answer and never again.")] string? Secret = null,
        [property: Description("What people see (default the id).")] string? Name = null,
        [property: Description("Whether it is a public client, which may only ask for /authenticate, openid and /read-public (default false: a member).")] bool Public = false,
        [property: Description("What it may ask for, separated by blanks; * or nothing: all that its kind may.")] string? Scopes = null,
        [property: Description("Where people may be sent back to, separated by blanks; a port of * admits any.")] string? RedirectUris = null)
    {
        internal ClientChange Change => new(Name, Secret, Scopes, RedirectUris);

        public override string ToString() => $"Client {Id}";
    }

    internal sealed record ClientChange(
        [property: Description("What people see.")] string? Name = null,
        [property: Description("The new secret.")] string? Secret = null,
        [property: Description("What it may ask for, separated by blanks; *: all that its kind may.")] string? Scopes = null,
        [property: Description("Where people may be sent back to, separated by blanks; a port of * admits any.")] string? RedirectUris = null,
        [property: Description("Whether the registry's staff have locked it.")] bool? Locked = null,
        [property: Description("Whether it was given up.")] bool? Deactivated = null)
    {
        public override string ToString() => $"Change of client {Name}";
    }
}
