namespace OrcidPortal.Simulator.Control;

/// <summary>All calls of the control API: what is mapped and what <c>GET /_control</c> tells.</summary>
internal static class ControlCalls
{
    private const string Shows = "Shows a record whole, whatever its visibility: names, inbox notices, works with put-codes, sources and identifiers, and all other items.";
    private const string Imports = "Takes over a record in XML (record-3.0) as it is, with put-codes, sources, visibility and dates, in place of what was there. Activities are known by their summaries. 201 with the iD, the number of items, and how many were of kinds that are not kept.";
    private const string Puts = "Puts an item of any kind on a record as its owner or another client would. The body is what ORCID's API takes, XML or JSON. 201 with the put-code.";
    private const string Consents = "Answers the next authorize request for a person without anybody clicking, or always does. 204.";
    private const string Revokes = "Ends tokens as the person or the client would. 200 with how many.";
    private const string ChangesClient = "Changes a client: what is not said stays. 200 with the client.";
    private const string Calls = "The calls of the APIs in the order they were answered: at, method, path, status (0: cut), orcid, clientId, contentType, accept, milliseconds.";
    private const string Faults = "Lets the next requests of the APIs go wrong. Oldest first; each request is hit by one. 204.";

    private const string Webhooks = "Who is called back about which record: orcid, clientId, url, lastSentAt, lastStatus (0: no answer), failedAttempts, nextAttemptAt, isDue (it has changed since).";
    private const string Delivers = "Calls back now whoever is due, and waits for the answers. 200 with sent, ok, failed, and skipped (left for the next run after a 429).";

    public static readonly IReadOnlyList<ControlCall> All =
    [
        new("POST", "/reset", "Back to the sample accounts; tokens, works, webhooks, calls, faults and consents are gone. Put-codes go on counting. 204.", http => Get<PeopleControl>(http).ResetAsync(http)),
        new("POST", "/people", "Makes a person. 201 with the iD.", http => Get<PeopleControl>(http).AddAsync(http), typeof(PeopleControl.NewPerson)),
        new("PATCH", "/people/{orcid}", "Changes what a record says of its person, and what becomes of the record. 204.", http => Get<StandingControl>(http).ChangeAsync(http), typeof(StandingControl.Change)),
        new("POST", "/consent", Consents, http => Get<TokenControl>(http).ConsentAsync(http), typeof(TokenControl.NewConsent)),
        new("DELETE", "/consent", "Takes answers back that were given beforehand. 204.", http => Get<TokenControl>(http).ClearConsentsAsync(http), null, ("orcid", "Those of one person.")),
        new("GET", "/clients", "The clients: those that are always there, the configured ones and those made here. Without secrets.", http => Get<ClientControl>(http).ListAsync(http)),
        new("POST", "/clients", "Registers a client. 201 with id and secret.", http => Get<ClientControl>(http).AddAsync(http), typeof(ClientControl.NewClient)),
        new("PATCH", "/clients/{clientId}", ChangesClient, http => Get<ClientControl>(http).ChangeAsync(http), typeof(ClientControl.ClientChange)),
        new("POST", "/clients/{clientId}", ChangesClient, http => Get<ClientControl>(http).ChangeAsync(http), typeof(ClientControl.ClientChange)),
        new("POST", "/codes", "Gives an authorization code, as if the person had clicked through the consent page. 201 with the code.", http => Get<TokenControl>(http).GiveCodeAsync(http), typeof(TokenControl.NewCode)),
        new("POST", "/tokens", "Gives a token. 201 with what the token endpoint would answer.", http => Get<TokenControl>(http).GiveAsync(http), typeof(TokenControl.NewToken)),
        new("POST", "/tokens/revoke", Revokes, http => Get<TokenControl>(http).RevokeAsync(http), typeof(TokenControl.Revocation)),
        new("POST", "/faults", Faults, http => Get<TrafficControl>(http).AddFaultAsync(http), typeof(Traffic.Fault)),
        new("GET", "/faults", "The faults that still wait for a request, with how many each has left.", http => Get<TrafficControl>(http).FaultsAsync(http)),
        new("DELETE", "/faults", "Takes all faults back. 204.", http => Get<TrafficControl>(http).ClearFaultsAsync(http)),
        new("GET", "/calls", Calls, http => Get<CallControl>(http).ListAsync(http), null,
            ("orcid", "Of one record."), ("method", "Of one HTTP verb."), ("path", "With * for anything, as for faults."), ("status", "With one answer."), ("since", "From a time on, ISO 8601, inclusive."), ("bodies", "true: with what was said, as far as it was recorded.")),
        new("PUT", "/calls", "Switches the recording of bodies on or off. In memory only; tokens, codes and secrets are left out. 204.", http => Get<CallControl>(http).RecordAsync(http), typeof(CallControl.Recording)),
        new("DELETE", "/calls", "Forgets the calls so far. 204.", http => Get<CallControl>(http).ClearAsync(http)),
        new("GET", "/limits", "The limits and what each caller's line has seen since they were set.", http => Get<LimitControl>(http).ShowAsync(http)),
        new("PUT", "/limits", "Sets the limits; what is not said gets its default. 204.", http => Get<LimitControl>(http).SetAsync(http), typeof(LimitOptions)),
        new("GET", "/clock", "The registry's time and how far it is ahead of the machine's.", http => Get<ClockControl>(http).ShowAsync(http)),
        new("PUT", "/clock", "Sets the registry's clock, or moves it on. 200 with the time.", http => Get<ClockControl>(http).SetAsync(http), typeof(ClockControl.Setting)),
        new("GET", "/records/{orcid}", Shows, http => Get<RecordControl>(http).ShowAsync(http)),
        new("POST", "/records", Imports, http => Get<ImportControl>(http).ImportAsync(http)),
        new("POST", "/records/{orcid}/works", "Puts a work on a record as its owner or another client would. 201 with the put-code.", http => Get<RecordControl>(http).AddWorkAsync(http), typeof(ControlWork)),
        new("DELETE", "/records/{orcid}/works/{putCode}", "Removes a work as its owner would. 204.", http => Get<ItemControl>(http).RemoveAsync(http)),
        new("POST", "/records/{orcid}/items/{section}", Puts, http => Get<ItemControl>(http).AddAsync(http), null,
            ("source", "Who added it: a client id, or user for the person (default user)."), ("visibility", "Who sees it (default public).")),
        new("PATCH", "/records/{orcid}/items/{section}/{putCode}", "Changes who sees an item and where it stands, as its owner would. 204.", http => Get<ItemControl>(http).ChangeAsync(http), typeof(ItemControl.Change)),
        new("DELETE", "/records/{orcid}/items/{section}/{putCode}", "Removes an item as its owner would. 204.", http => Get<ItemControl>(http).RemoveAsync(http)),
        new("POST", "/records/{orcid}/notification-permission/{id}/read", "Opens a request for permission as its owner would. 204.", http => Get<RequestControl>(http).ReadAsync(http)),
        new("POST", "/organizations", "Says whether the registry knows an organisation, whatever its identifier looks like. 204.", http => Get<OrganizationControl>(http).SayAsync(http), typeof(OrganizationControl.Said)),
        new("GET", "/webhooks", Webhooks, http => Get<WebhookControl>(http).ListAsync(http)),
        new("POST", "/webhooks/deliver", Delivers, http => Get<WebhookControl>(http).DeliverAsync(http)),
    ];

    /// <summary>Maps every call and the list of them.</summary>
    public static void MapTo(IEndpointRouteBuilder app, string prefix)
    {
        app.MapGet("/", http => ControlJson.WriteAsync(http, 200, List($"{http.Request.PathBase}{prefix}/_control")));
        foreach (var call in All) app.MapMethods(call.Path, [call.Method], http => call.Handle(http));
    }

    private static object List(string root) => new
    {
        Calls = All.Select(c => new
        {
            c.Method, Path = root + c.Path, c.Does, Fields = ControlFields.Of(c.Body), Query = c.Query.Select(q => new { q.Name, q.Means }),
        }),
    };

    private static T Get<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();
}
