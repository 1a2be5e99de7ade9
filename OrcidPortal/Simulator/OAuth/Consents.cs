namespace OrcidPortal.Simulator.OAuth;

/// <summary>Answers given beforehand to the next questions for a person, so that nobody has to click. They are not kept over a restart.</summary>
internal sealed class Consents
{
    private readonly Lock gate = new();
    private readonly List<Consent> waiting = [];

    public void Add(Consent consent)
    {
        lock (gate) waiting.Add(consent);
    }

    /// <param name="orcid">Whose; null: everybody's.</param>
    public void Clear(string? orcid = null)
    {
        lock (gate) waiting.RemoveAll(c => orcid is null || c.Orcid == orcid);
    }

    /// <summary>The first answer, used up unless it is one for always. Those that serve once come first.</summary>
    /// <param name="orcid">Who is asked, as far as known; null: whoever has an answer waiting.</param>
    public Consent? Take(string? orcid)
    {
        lock (gate)
        {
            var consent = waiting.Where(c => orcid is null || c.Orcid == orcid).OrderBy(c => c.IsForAlways).FirstOrDefault();
            if (consent is { IsForAlways: false }) waiting.Remove(consent);
            return consent;
        }
    }
}

/// <summary>What a person will answer.</summary>
/// <param name="Orcid">Who.</param>
/// <param name="Scope">What is given instead of what is asked for; null: what is asked for.</param>
/// <param name="Deny">Whether it is a no.</param>
/// <param name="IsForAlways">Whether it stays until it is taken back.</param>
internal sealed record Consent(string Orcid, string? Scope = null, bool Deny = false, bool IsForAlways = false);
